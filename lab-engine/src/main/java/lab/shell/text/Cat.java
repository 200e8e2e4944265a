package lab.shell.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import lab.shell.Invocation;

/** {@code cat}. */
final class Cat {
    private int number;
    private boolean blankBefore;
    private boolean lineStart = true;

    int run(Invocation call) {
        Options options = Options.read(
                call,
                "nbAeEtTsvu",
                Map.of("number", "n", "show-all", "A", "number-nonblank", "b", "squeeze-blank", "s", "show-ends", "E"),
                1,
                null);
        boolean plain = options.given().isEmpty();
        return Inputs.each(call, options.operands(), (name, in) -> {
            if (plain) {
                copy(call, in);
            } else {
                lines(call, options, in);
            }
        });
    }

    private static void copy(Invocation call, InputStream in) {
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                call.environment().checkInterrupted();
                call.out().write(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lines(Invocation call, Options options, InputStream in) {
        boolean ends = options.has("A") || options.has("E") || options.has("e");
        boolean tabs = options.has("A") || options.has("T") || options.has("t");
        boolean codes = options.has("A") || options.has("v") || options.has("e") || options.has("t");
        LineReader reader = new LineReader(in);
        for (String line = reader.next(); line != null; line = reader.next()) {
            call.environment().checkInterrupted();
            if (options.has("s") && line.isEmpty() && blankBefore) {
                continue;
            }
            blankBefore = line.isEmpty();
            StringBuilder shown = new StringBuilder();
            boolean numbered = options.has("b") ? !line.isEmpty() : options.has("n");
            if (numbered && lineStart) {
                number++;
                shown.append(String.format("%6d\t", number));
            }
            for (byte b : line.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                int c = b & 0xff;
                if (c == '\t') {
                    shown.append(tabs ? "^I" : "\t");
                } else if (codes && c >= 128) {
                    int low = c - 128;
                    shown.append("M-")
                            .append(
                                    low < 32
                                            ? "^" + (char) (low + 64)
                                            : low == 127 ? "^?" : String.valueOf((char) low));
                } else if (codes && (c < 32 || c == 127)) {
                    shown.append('^').append(c == 127 ? '?' : (char) (c + 64));
                } else {
                    shown.append((char) c);
                }
            }
            String text = shown.toString();
            lineStart = reader.complete();
            text += reader.complete() ? (ends ? "$\n" : "\n") : "";
            call.out().write(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        }
    }
}
