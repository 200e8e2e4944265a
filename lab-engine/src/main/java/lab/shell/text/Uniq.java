package lab.shell.text;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lab.shell.Invocation;
import org.jspecify.annotations.Nullable;

/** {@code uniq}. */
final class Uniq {
    private @Nullable String held;
    private long count;

    int run(Invocation call) {
        Options options = Options.read(
                call,
                "cduif:s:w:",
                Map.of(
                        "count",
                        "c",
                        "repeated",
                        "d",
                        "unique",
                        "u",
                        "ignore-case",
                        "i",
                        "skip-fields=",
                        "f",
                        "skip-chars=",
                        "s"),
                1,
                null);
        List<String> operands = options.operands();
        return Inputs.each(
                call, operands.isEmpty() ? operands : operands.subList(0, 1), (name, in) -> lines(call, options, in));
    }

    private void lines(Invocation call, Options options, InputStream in) {
        LineReader reader = new LineReader(in);
        for (String line = reader.next(); line != null; line = reader.next()) {
            call.environment().checkInterrupted();
            if (held != null && key(options, held).equals(key(options, line))) {
                count++;
                continue;
            }
            show(call, options);
            held = line;
            count = 1;
        }
        show(call, options);
    }

    private void show(Invocation call, Options options) {
        if (held == null || (options.has("d") && count < 2) || (options.has("u") && count > 1)) {
            return;
        }
        call.out().println(options.has("c") ? String.format("%7d %s", count, held) : held);
    }

    private static String key(Options options, String line) {
        String key = line;
        String fields = options.value("f");
        if (fields != null && fields.matches("\\d{1,4}")) {
            key = key.replaceFirst("^([ \t]*[^ \t]*){" + fields + "}", "");
        }
        String characters = options.value("s");
        if (characters != null && characters.matches("\\d{1,6}")) {
            key = key.substring(Math.min(key.length(), Integer.parseInt(characters)));
        }
        String width = options.value("w");
        if (width != null && width.matches("\\d{1,6}")) {
            key = key.substring(0, Math.min(key.length(), Integer.parseInt(width)));
        }
        return options.has("i") ? key.toLowerCase(Locale.ROOT) : key;
    }
}
