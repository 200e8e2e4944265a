package lab.shell.awk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lab.shell.FileProblem;
import lab.shell.Invocation;
import lab.shell.text.ToolProblem;

/** {@code awk} as a program: its options, then the rules over each record. */
public final class Awk {
    public int run(Invocation call) {
        List<String> words = new ArrayList<>(call.arguments());
        List<String> assignments = new ArrayList<>();
        StringBuilder source = new StringBuilder();
        String separator = null;
        while (!words.isEmpty() && words.get(0).startsWith("-") && words.get(0).length() > 1) {
            String option = words.remove(0);
            if (option.equals("--")) {
                break;
            }
            char letter = option.charAt(1);
            if ("Fvf".indexOf(letter) < 0) {
                throw new ToolProblem("awk: not an option: " + option, 2);
            }
            String value = option.length() > 2 ? option.substring(2) : words.isEmpty() ? "" : words.remove(0);
            switch (letter) {
                case 'F' -> separator = value;
                case 'v' -> assignments.add(value);
                default -> source.append(file(call, value)).append('\n');
            }
        }
        if (source.length() == 0) {
            if (words.isEmpty()) {
                throw new ToolProblem("usage: awk [-F fs][-v var=value][prog | -f progfile][file ...]", 2);
            }
            source.append(words.remove(0));
        }
        Run runtime = new Run(call, words);
        Parser program = new Parser(source.toString(), runtime);
        program.parse();
        if (separator != null) {
            runtime.set(
                    "FS",
                    Cell.of(
                            separator.equals("t")
                                    ? "\t"
                                    : lab.shell.Escapes.expand(separator, false, false)
                                            .text()));
        }
        for (String assignment : assignments) {
            int equals = Math.max(0, assignment.indexOf('='));
            runtime.set(
                    assignment.substring(0, equals),
                    Cell.input(lab.shell.Escapes.expand(assignment.substring(equals + 1), true, false)
                            .text()));
        }
        call.environment()
                .exported()
                .forEach((name, value) -> runtime.array("ENVIRON").put(name, Cell.input(value)));
        try {
            return execute(program, runtime);
        } finally {
            runtime.closeAll();
        }
    }

    private static int execute(Parser program, Run runtime) {
        try {
            program.begin.forEach(Statement::run);
            if (!program.rules.isEmpty() || !program.end.isEmpty()) {
                for (String line = runtime.nextRecord(); line != null; line = runtime.nextRecord()) {
                    runtime.call.environment().checkInterrupted();
                    runtime.setRecord(line);
                    try {
                        program.rules.forEach(Statement::run);
                    } catch (Jump jump) {
                        if (jump.kind != Jump.Kind.NEXT) {
                            throw jump;
                        }
                    }
                }
            }
        } catch (Jump jump) {
            if (jump.kind != Jump.Kind.EXIT) {
                throw jump;
            }
        }
        try {
            program.end.forEach(Statement::run); // exit in a rule still runs END
        } catch (Jump jump) {
            if (jump.kind != Jump.Kind.EXIT) {
                throw jump;
            }
        }
        return runtime.exit & 0xff;
    }

    private static String file(Invocation call, String path) {
        try (InputStream in =
                path.equals("-") ? call.in() : call.environment().files().read(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (FileProblem problem) {
            throw new ToolProblem("awk: cannot open " + path + " (" + problem.reason() + ")", 2);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
