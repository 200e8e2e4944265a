package lab.shell;

import java.time.Instant;
import java.util.Arrays;

/** A file or directory in memory. Its content grows in place while it is open for writing. */
final class MemoryFile {
    final FileTree.Kind kind;
    final String permissions;
    final String owner;
    private Instant modified;
    private byte[] content;
    private int size;

    MemoryFile(FileTree.Kind kind, byte[] content, Instant modified, String permissions, String owner) {
        this.kind = kind;
        this.content = content;
        this.size = content.length;
        this.modified = modified;
        this.permissions = permissions;
        this.owner = owner;
    }

    byte[] content() {
        return Arrays.copyOf(content, size);
    }

    int size() {
        return size;
    }

    Instant modified() {
        return modified;
    }

    void truncate(Instant now) {
        size = 0;
        modified = now;
    }

    void append(byte[] bytes, int offset, int length, Instant now) {
        if (size + length > content.length) {
            content = Arrays.copyOf(content, Math.max(2 * size, size + length));
        } else if (size == 0) {
            content = new byte[Math.max(length, 64)];
        }
        System.arraycopy(bytes, offset, content, size, length);
        size += length;
        modified = now;
    }
}
