package lab.shell.text;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import lab.shell.FileProblem;
import lab.shell.Invocation;

/** {@code tail}, with {@code -f} looking at the file again each second of the lab's clock. */
final class Tail {
    private boolean first = true;

    int run(Invocation call) {
        List<String> words = new ArrayList<>(call.arguments());
        if (!words.isEmpty() && words.get(0).matches("[-+]\\d+")) {
            words.set(0, words.get(0).startsWith("-") ? words.get(0).substring(1) : words.get(0));
            words.add(0, "-n");
        }
        Options options = Options.read(
                new Invocation(call.name(), words, call.environment(), call.in(), call.out(), call.err()),
                "n:c:fFqv",
                Map.of("lines=", "n", "bytes=", "c", "follow=?", "f", "quiet", "q", "verbose", "v"),
                1,
                null);
        String bytes = options.value("c");
        String given = bytes != null ? bytes : options.value("n") == null ? "10" : String.valueOf(options.value("n"));
        long count = Counts.parse("tail", given, bytes != null);
        boolean from = given.startsWith("+");
        boolean headers = options.has("v") || (options.operands().size() > 1 && !options.has("q"));
        int status = Inputs.each(call, options.operands(), "cannot open '%' for reading", (name, in) -> {
            if (headers) {
                call.out()
                        .print((first ? "" : "\n") + "==> " + (name.equals("-") ? "standard input" : name) + " <==\n");
                first = false;
            }
            if (bytes != null) {
                byte[] all = Inputs.all(in);
                int start = (int) Math.min(all.length, from ? Math.max(0, count - 1) : Math.max(0, all.length - count));
                call.out().write(Arrays.copyOfRange(all, start, all.length));
            } else {
                lines(call, in, count, from);
            }
        });
        if ((options.has("f") || options.has("F")) && options.operands().size() == 1 && status == 0) {
            follow(call, options.operands().get(0));
        }
        return status;
    }

    private static void lines(Invocation call, InputStream in, long count, boolean from) {
        LineReader reader = new LineReader(in);
        Deque<String> held = new ArrayDeque<>();
        long number = 0;
        for (String line = reader.next(); line != null; line = reader.next()) {
            call.environment().checkInterrupted();
            String whole = reader.complete() ? line + "\n" : line;
            number++;
            if (from) {
                call.out().print(number >= count ? whole : "");
            } else if (count > 0) {
                held.add(whole);
                if (held.size() > count) {
                    held.remove();
                }
            }
        }
        held.forEach(call.out()::print);
    }

    private static void follow(Invocation call, String path) {
        try {
            int shown = length(call, path);
            while (true) {
                call.out().flush();
                call.environment().checkInterrupted();
                call.environment().time().sleep(Duration.ofSeconds(1));
                try (InputStream in = call.environment().files().read(path)) {
                    byte[] all = in.readAllBytes();
                    if (all.length < shown) {
                        call.err().println("tail: " + path + ": file truncated");
                        shown = 0;
                    }
                    call.out().write(all, shown, all.length - shown);
                    shown = all.length;
                }
            }
        } catch (FileProblem problem) {
            throw new ToolProblem("tail: '" + path + "' has become inaccessible: " + problem.reason(), 1);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int length(Invocation call, String path) throws FileProblem, java.io.IOException {
        try (InputStream in = call.environment().files().read(path)) {
            return in.readAllBytes().length;
        }
    }
}
