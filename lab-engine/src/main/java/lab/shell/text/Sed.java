package lab.shell.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lab.shell.Captured;
import lab.shell.FileProblem;
import lab.shell.Invocation;
import lab.shell.Output;

/** {@code sed}: its options and files. */
final class Sed {
    private static final Map<String, String> LONG = Map.of(
            "quiet", "n",
            "silent", "n",
            "expression=", "e",
            "file=", "f",
            "regexp-extended", "E",
            "in-place=?", "i",
            "separate", "s",
            "null-data", "z",
            "unbuffered", "u");
    private static final String USAGE = "Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n";

    int run(Invocation original) {
        Options options = Options.read(suffix(original), "ne:f:Erszu", LONG, 1, null);
        List<String> operands = new ArrayList<>(options.operands());
        List<String> scripts = new ArrayList<>();
        for (Options.Given option : options.given()) {
            if (option.name().equals("e")) {
                scripts.add(option.value());
            } else if (option.name().equals("f")) {
                scripts.add(script(original, option.value()));
            }
        }
        if (scripts.isEmpty()) {
            if (operands.isEmpty()) {
                throw new ToolProblem(USAGE.strip(), 1);
            }
            scripts.add(operands.remove(0));
        }
        String script = String.join("\n", scripts);
        boolean quiet = options.has("n") || script.startsWith("#n\n");
        boolean extended = options.has("E") || options.has("r");
        String suffix = options.value("i");
        Map<String, Output> files = new HashMap<>();
        try {
            if (suffix == null && !options.has("s")) {
                List<String> unreadable = new ArrayList<>();
                SedRun run =
                        new SedRun(original, new SedParser(script, extended).parse(), quiet, original.out(), files);
                SedInput input = new SedInput(original, operands, unreadable);
                int status = run.run(input);
                return status == 0 && !unreadable.isEmpty() ? 2 : status;
            }
            return eachFile(original, operands, script, extended, quiet, suffix, files);
        } finally {
            files.values().forEach(Output::close);
        }
    }

    /** {@code -i.bak}: a short option with an optional value, written as the long one. */
    private static Invocation suffix(Invocation call) {
        List<String> words = new ArrayList<>();
        boolean value = false;
        boolean operands = false;
        for (String word : call.arguments()) {
            if (!value && !operands && word.matches("-[nErszu]*i.*")) {
                int i = word.indexOf('i');
                if (i > 1) {
                    words.add(word.substring(0, i));
                }
                words.add("--in-place=" + word.substring(i + 1));
                continue;
            }
            operands = operands || word.equals("--");
            value = !value && word.matches("-[nErszu]*[ef]");
            words.add(word);
        }
        return new Invocation(call.name(), words, call.environment(), call.in(), call.out(), call.err());
    }

    private static int eachFile(
            Invocation call,
            List<String> operands,
            String script,
            boolean extended,
            boolean quiet,
            @org.jspecify.annotations.Nullable String suffix,
            Map<String, Output> files) {
        int status = 0;
        for (String operand : operands) {
            Captured changed = new Captured();
            List<String> unreadable = new ArrayList<>();
            SedRun run = new SedRun(
                    call, new SedParser(script, extended).parse(), quiet, suffix == null ? call.out() : changed, files);
            int result = run.run(new SedInput(call, List.of(operand), unreadable));
            status = unreadable.isEmpty() ? Math.max(status, result) : 4;
            if (suffix != null && unreadable.isEmpty()) {
                try {
                    if (!suffix.isEmpty()) {
                        call.environment().files().move(operand, operand + suffix);
                    }
                    try (Output out = call.environment().files().write(operand, false)) {
                        out.write(changed.bytes());
                    }
                } catch (FileProblem problem) {
                    throw new ToolProblem("sed: couldn't open file " + operand + ": " + problem.reason(), 4);
                }
            }
        }
        return status;
    }

    private static String script(Invocation call, String path) {
        try (InputStream in =
                path.equals("-") ? call.in() : call.environment().files().read(path)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        } catch (FileProblem problem) {
            throw new ToolProblem("sed: couldn't open file " + path + ": " + problem.reason(), 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
