package lab.shell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files together with the devices that a command expects: {@code /dev/stdin}, {@code /dev/stdout}, {@code /dev/fd/63} of {@code <(…)}. */
record DeviceFiles(FileTree files, Streams streams, Map<String, byte[]> processFiles) implements FileTree {
    @Override
    public String directory() {
        return files.directory();
    }

    @Override
    public FileTree at(String directory) throws FileProblem {
        return new DeviceFiles(files.at(directory), streams, processFiles);
    }

    @Override
    public Optional<Status> status(String path) {
        byte[] content = processFiles.get(path);
        if (content != null || path.equals("/dev/null") || isStandard(path)) {
            long size = content == null ? 0 : content.length;
            return Optional.of(new Status(Kind.FILE, size, java.time.Instant.EPOCH, "rw-rw-rw-", "root"));
        }
        return files.status(path);
    }

    private static boolean isStandard(String path) {
        return path.equals("/dev/stdin") || path.equals("/dev/stdout") || path.equals("/dev/stderr");
    }

    @Override
    public List<String> list(String path) throws FileProblem {
        return files.list(path);
    }

    @Override
    public InputStream read(String path) throws FileProblem {
        byte[] content = processFiles.get(path);
        if (content != null) {
            return new ByteArrayInputStream(content);
        }
        return switch (path) {
            case "/dev/stdin", "/dev/fd/0" -> new Unclosed(streams.in());
            case "/dev/null" -> InputStream.nullInputStream();
            default -> files.read(path);
        };
    }

    /** Closing the device leaves the command's own input open. */
    private static final class Unclosed extends java.io.FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }

    private static final class UnclosedOutput extends Output {
        private final Output output;

        UnclosedOutput(Output output) {
            this.output = output;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            output.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            output.flush();
        }
    }

    @Override
    public Output write(String path, boolean append) throws FileProblem {
        return switch (path) {
            case "/dev/stdout", "/dev/fd/1" -> new UnclosedOutput(streams.out());
            case "/dev/stderr", "/dev/fd/2", "/dev/tty" -> new UnclosedOutput(streams.err());
            case "/dev/null" -> Discarded.OUTPUT;
            default -> files.write(path, append);
        };
    }

    @Override
    public void makeDirectory(String path) throws FileProblem {
        files.makeDirectory(path);
    }

    @Override
    public void delete(String path) throws FileProblem {
        files.delete(path);
    }

    @Override
    public void move(String from, String to) throws FileProblem {
        files.move(from, to);
    }

    @Override
    public Optional<Path> host(String path) {
        return files.host(path);
    }
}
