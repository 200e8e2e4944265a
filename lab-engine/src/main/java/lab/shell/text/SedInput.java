package lab.shell.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import lab.shell.FileProblem;
import lab.shell.Invocation;
import org.jspecify.annotations.Nullable;

/** The lines of all files one after the other, one ahead so that the last is known. */
final class SedInput {
    private final Invocation call;
    private final List<String> files;
    private final List<String> unreadable;
    private @Nullable InputStream open;
    private @Nullable LineReader reader;
    private @Nullable String ahead;
    private boolean aheadComplete;
    private boolean peeked;

    SedInput(Invocation call, List<String> files, List<String> unreadable) {
        this.call = call;
        this.files = new ArrayList<>(files.isEmpty() ? List.of("-") : files);
        this.unreadable = unreadable;
    }

    /** A line and whether it had its newline. */
    record Line(String text, boolean complete) {}

    @Nullable
    Line next() {
        peek();
        peeked = false;
        return ahead == null ? null : new Line(ahead, aheadComplete);
    }

    boolean last() {
        peek();
        return ahead == null;
    }

    private void peek() {
        if (!peeked) {
            ahead = fetch();
            peeked = true;
        }
    }

    private @Nullable String fetch() {
        while (true) {
            if (reader != null) {
                String line = reader.next();
                if (line != null) {
                    aheadComplete = reader.complete();
                    return line;
                }
                close();
            }
            if (files.isEmpty()) {
                return null;
            }
            String path = files.remove(0);
            try {
                InputStream in = path.equals("-")
                        ? call.in()
                        : call.environment().files().read(path);
                open = path.equals("-") ? null : in;
                reader = new LineReader(in);
            } catch (FileProblem problem) {
                unreadable.add(path);
                boolean directory = problem.reason().equals("Is a directory");
                call.err()
                        .println(
                                directory
                                        ? "sed: couldn't edit " + path + ": not a regular file"
                                        : "sed: can't read " + path + ": " + problem.reason());
            }
        }
    }

    private void close() {
        reader = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
