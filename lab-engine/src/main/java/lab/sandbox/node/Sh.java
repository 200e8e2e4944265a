package lab.sandbox.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import lab.shell.FileProblem;
import lab.shell.Invocation;
import lab.shell.Program;
import lab.shell.Shell;

/** {@code sh} in a container: {@code sh -c SCRIPT}, {@code sh FILE}, or a script on stdin. */
final class Sh implements Program {
    private final Map<String, Program> programs;

    Sh(Map<String, Program> programs) {
        this.programs = programs;
    }

    @Override
    public int run(Invocation call) {
        List<String> words = call.arguments();
        int at = 0;
        boolean command = false;
        StringBuilder options = new StringBuilder();
        while (at < words.size()
                && words.get(at).startsWith("-")
                && words.get(at).length() > 1) {
            String letters = words.get(at).substring(1);
            for (int i = 0; i < letters.length(); i++) {
                char letter = letters.charAt(i);
                if (letter == 'c') {
                    command = true;
                } else if (letter == 'e' || letter == 'x' || letter == 'u') {
                    options.append("set -").append(letter).append('\n');
                } else if (letter != 'i' && letter != 'l') {
                    call.err().println(call.name() + ": illegal option -" + letter);
                    return 2;
                }
            }
            at++;
        }
        String name = call.name().substring(call.name().lastIndexOf('/') + 1);
        if (command && at >= words.size()) {
            call.err().println(name + ": -c requires an argument");
            return 2;
        }
        String script;
        try {
            script = command
                    ? words.get(at++)
                    : at < words.size()
                            ? file(call, words.get(at))
                            : text(call.in().readAllBytes());
        } catch (FileProblem e) {
            call.err().println(name + ": can't open '" + words.get(at) + "': " + e.reason());
            return 2;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String zero = at < words.size() ? words.get(at++) : name;
        Shell shell = new Shell(
                new Shell.Settings(
                                programs,
                                call.environment().files(),
                                call.environment().time())
                        .named(zero)
                        .checking(call.environment()::checkInterrupted),
                call.environment().exported());
        shell.positional(words.subList(Math.min(at, words.size()), words.size()));
        int code = shell.run(options + script, call.in(), call.out(), call.err());
        call.environment().checkInterrupted();
        return code;
    }

    private static String file(Invocation call, String name) throws FileProblem, IOException {
        return text(call.environment().files().read(name).readAllBytes());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
