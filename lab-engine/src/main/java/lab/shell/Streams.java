package lab.shell;

import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The open descriptors of a command. */
record Streams(Map<Integer, Descriptor> table) {
    /** An open descriptor: to read, to write, or both. */
    record Descriptor(@Nullable InputStream in, @Nullable Output out) {}

    static Streams of(InputStream in, Output out, Output err) {
        Map<Integer, Descriptor> table = new TreeMap<>();
        table.put(0, new Descriptor(in, null));
        table.put(1, new Descriptor(null, out));
        table.put(2, new Descriptor(null, err));
        return new Streams(table);
    }

    Streams with(int number, @Nullable Descriptor descriptor) {
        Map<Integer, Descriptor> copy = new TreeMap<>(table);
        if (descriptor == null) {
            copy.remove(number);
        } else {
            copy.put(number, descriptor);
        }
        return new Streams(copy);
    }

    InputStream in() {
        Descriptor descriptor = table.get(0);
        return descriptor == null || descriptor.in == null ? InputStream.nullInputStream() : descriptor.in;
    }

    Output out() {
        return output(1);
    }

    Output err() {
        return output(2);
    }

    private Output output(int number) {
        Descriptor descriptor = table.get(number);
        return descriptor == null || descriptor.out == null ? Discarded.OUTPUT : descriptor.out;
    }
}
