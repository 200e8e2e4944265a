package lab.sandbox.node;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.sandbox.controller.ContainerRuntime.Exit;
import lab.sandbox.controller.ContainerRuntime.Run;
import lab.sandbox.state.SandboxState;
import lab.shell.FileTree;
import lab.shell.Program;
import org.jspecify.annotations.Nullable;

/** The programs that the images contain. */
final class ContainerPrograms {
    private final SandboxState state;

    ContainerPrograms(SandboxState state) {
        this.state = state;
    }

    Map<String, Program> of(Caller caller, KnownImage image) {
        Map<String, Program> programs = new LinkedHashMap<>();
        if (image.kind() == KnownImage.Kind.HTTPBIN || image.kind() == KnownImage.Kind.DISTROLESS) {
            return programs;
        }
        programs.put("id", call -> {
            call.out().println(caller.user().idLine());
            return 0;
        });
        programs.put("hostname", call -> {
            call.out().println(String.valueOf(call.environment().variable("HOSTNAME")));
            return 0;
        });
        programs.put("true", call -> 0);
        programs.put("false", call -> 1);
        programs.put("env", call -> {
            call.environment().exported().forEach((name, value) -> call.out().println(name + "=" + value));
            return 0;
        });
        return programs;
    }

    /** The program behind a command word; an absolute path is looked for by its last part. */
    static @Nullable Program named(Map<String, Program> programs, String word) {
        boolean absolute = word.matches("/(usr/)?(local/)?s?bin/[^/]+");
        return programs.get(absolute ? word.substring(word.lastIndexOf('/') + 1) : word);
    }

    /** runc's words for a program that is not there. */
    static String notFound(String word) {
        return word.contains("/")
                ? "exec: \"" + word + "\": stat " + word + ": no such file or directory"
                : "exec: \"" + word + "\": executable file not found in $PATH";
    }

    /** Runs a container's command to its end on a clock of its own, to know what it will write and how it ends. */
    Run run(StartContext start, Caller caller, FileTree files) {
        if (start.program().equals("sleep")) {
            return slept(start.arguments());
        }
        if (named(of(caller, start.image()), start.words().get(0)) == null) {
            return Entrypoints.missing(start.words().get(0));
        }
        return new Run(List.of(), null);
    }

    private static Run slept(List<String> arguments) {
        String text = arguments.isEmpty() ? "" : arguments.get(0);
        return text.matches("\\d+")
                ? new Run(List.of(), new Exit(Duration.ofSeconds(Long.parseLong(text)), 0, "Completed", null))
                : new Run(List.of(), null);
    }

    SandboxState state() {
        return state;
    }
}
