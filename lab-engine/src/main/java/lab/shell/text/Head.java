package lab.shell.text;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import lab.shell.Invocation;

/** {@code head}. */
final class Head {
    private boolean first = true;

    int run(Invocation call) {
        List<String> arguments = call.arguments();
        Invocation modern = call;
        if (!arguments.isEmpty() && arguments.get(0).matches("-\\d+")) {
            List<String> words =
                    new java.util.ArrayList<>(List.of("-n", arguments.get(0).substring(1)));
            words.addAll(arguments.subList(1, arguments.size()));
            modern = new Invocation(call.name(), words, call.environment(), call.in(), call.out(), call.err());
        }
        Options options = Options.read(
                modern,
                "n:c:qv",
                Map.of("lines=", "n", "bytes=", "c", "quiet", "q", "silent", "q", "verbose", "v"),
                1,
                null);
        String bytes = options.value("c");
        String lines = options.value("n");
        long count = Counts.parse("head", bytes != null ? bytes : lines == null ? "10" : lines, bytes != null);
        boolean negative = (bytes != null ? bytes : lines == null ? "" : lines).startsWith("-");
        boolean headers = options.has("v") || (options.operands().size() > 1 && !options.has("q"));
        return Inputs.each(call, options.operands(), "cannot open '%' for reading", (name, in) -> {
            if (headers) {
                call.out()
                        .print((first ? "" : "\n") + "==> " + (name.equals("-") ? "standard input" : name) + " <==\n");
                first = false;
            }
            if (bytes != null) {
                bytes(call, in, count, negative);
            } else {
                lines(call, in, count, negative);
            }
        });
    }

    private static void bytes(Invocation call, InputStream in, long count, boolean negative) {
        if (!negative) {
            call.out().write(Inputs.atMost(in, count));
            return;
        }
        byte[] all = Inputs.all(in);
        call.out().write(Arrays.copyOf(all, (int) Math.max(0, all.length - count)));
    }

    private static void lines(Invocation call, InputStream in, long count, boolean negative) {
        LineReader reader = new LineReader(in);
        Deque<String> held = new ArrayDeque<>();
        long left = count;
        while (negative || left-- > 0) {
            String line = reader.next();
            if (line == null) {
                return;
            }
            call.environment().checkInterrupted();
            String whole = reader.complete() ? line + "\n" : line;
            if (negative) {
                held.add(whole);
                whole = held.size() > count ? held.remove() : "";
            }
            call.out().print(whole);
        }
    }
}
