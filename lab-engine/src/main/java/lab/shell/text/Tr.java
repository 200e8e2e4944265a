package lab.shell.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import lab.shell.Invocation;

/** {@code tr}, on bytes as GNU's. */
final class Tr {
    int run(Invocation call) {
        Options options = Options.read(
                call,
                "dscCt",
                Map.of("delete", "d", "squeeze-repeats", "s", "complement", "c", "truncate-set1", "t"),
                1,
                null);
        boolean delete = options.has("d");
        boolean squeeze = options.has("s");
        int given = options.operands().size();
        if (given == 0) {
            throw new ToolProblem("tr: missing operand\nTry 'tr --help' for more information.", 1);
        }
        String first = options.operands().get(0);
        if (given == 1 && !delete && !squeeze) {
            throw new ToolProblem(
                    "tr: missing operand after ‘" + first
                            + "’\nTwo strings must be given when translating.\nTry 'tr --help' for more information.",
                    1);
        }
        if (given > 2 || (given == 2 && delete && !squeeze)) {
            throw new ToolProblem(
                    "tr: extra operand ‘" + options.operands().get(given - 1) + "’\n"
                            + (given == 2
                                    ? "Only one string may be given when deleting without squeezing repeats.\n"
                                    : "")
                            + "Try 'tr --help' for more information.",
                    1);
        }
        int[] from = new TrSet(first).bytes(-1);
        boolean[] in = new boolean[256];
        for (int b : from) {
            in[b] = true;
        }
        if (options.has("c") || options.has("C")) {
            int count = 0;
            int[] others = new int[256];
            for (int b = 0; b < 256; b++) {
                in[b] = !in[b];
                if (in[b]) {
                    others[count++] = b;
                }
            }
            from = java.util.Arrays.copyOf(others, count);
        }
        int[] map = new int[256];
        for (int b = 0; b < 256; b++) {
            map[b] = b;
        }
        boolean[] squeezed = in;
        if (given == 2) {
            int[] to = new TrSet(options.operands().get(1)).bytes(from.length);
            squeezed = new boolean[256];
            for (int b : to) {
                squeezed[b] = true;
            }
            if (!delete) {
                if (to.length == 0 && from.length > 0) {
                    throw new ToolProblem("tr: when not truncating set1, string2 must be non-empty", 1);
                }
                for (int i = 0; i < from.length; i++) {
                    map[from[i]] = to[Math.min(i, to.length - 1)];
                }
            }
        }
        copy(call, delete, squeeze ? squeezed : new boolean[256], in, map);
        return 0;
    }

    private static void copy(Invocation call, boolean delete, boolean[] squeezed, boolean[] set, int[] map) {
        byte[] buffer = new byte[8192];
        byte[] changed = new byte[8192];
        int last = -1;
        try {
            for (int n = call.in().read(buffer); n >= 0; n = call.in().read(buffer)) {
                call.environment().checkInterrupted();
                int length = 0;
                for (int i = 0; i < n; i++) {
                    int b = buffer[i] & 0xff;
                    if (delete && set[b]) {
                        continue;
                    }
                    b = map[b];
                    if (b == last && squeezed[b]) {
                        continue;
                    }
                    last = b;
                    changed[length++] = (byte) b;
                }
                call.out().write(changed, 0, length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
