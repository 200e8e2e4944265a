package lab.sandbox.node;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.sandbox.controller.ContainerRuntime.Exit;
import lab.sandbox.controller.ContainerRuntime.LogLine;
import lab.sandbox.controller.ContainerRuntime.Run;
import lab.shell.BrokenPipe;
import lab.shell.Environment;
import lab.shell.FileTree;
import lab.shell.Interrupted;
import lab.shell.Invocation;
import lab.shell.Program;
import org.jspecify.annotations.Nullable;

/** The programs that the images contain. */
final class ContainerPrograms {
    private final ClusterNetwork network;
    private final HttpPath path;
    private final NetworkPrograms networkPrograms;
    private final Map<String, Program> tools;

    ContainerPrograms(
            ClusterNetwork network, HttpPath path, NetworkPrograms networkPrograms, Map<String, Program> tools) {
        this.tools = tools;
        this.network = network;
        this.path = path;
        this.networkPrograms = networkPrograms;
    }

    Map<String, Program> of(Caller caller, KnownImage image) {
        Map<String, Program> programs = new LinkedHashMap<>();
        if (image.kind() == KnownImage.Kind.HTTPBIN || image.kind() == KnownImage.Kind.DISTROLESS) {
            return programs;
        }
        programs.putAll(tools);
        programs.putAll(BasicPrograms.of(caller));
        programs.put("sh", new Sh(programs));
        programs.put("nslookup", new Nslookup(caller, network));
        switch (image.kind()) {
            case CURL, NGINX -> programs.put("curl", new Curl(caller, network, path));
            case BUSYBOX, ALPINE -> programs.put("wget", new Wget(caller, network, path));
            case PROXY -> {
                programs.put("curl", new Curl(caller, network, path));
                programs.put("bash", new Sh(programs));
                programs.put("pilot-agent", new PilotAgent(caller, network, path));
                programs.put("envoy", call -> {
                    call.out()
                            .print("\n"
                                    + "envoy  version:"
                                    + " 9e5580933739775e8bce696a57a2e1bc99368f23/1.40.0/Clean/RELEASE/BoringSSL\n\n");
                    return call.arguments().equals(List.of("--version")) ? 0 : 1;
                });
                programs.putAll(networkPrograms.of(caller));
            }
            default -> {}
        }
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
        Map<String, Program> programs = of(caller, start.image());
        List<String> words = new ArrayList<>(start.words());
        if (!words.isEmpty() && words.get(0).equals("/entrypoint.sh")) {
            words.remove(0);
        }
        Program program = words.isEmpty() ? null : named(programs, words.get(0));
        if (program == null) {
            return Entrypoints.missing(words.isEmpty() ? "" : words.get(0));
        }
        OffsetTime time = new OffsetTime(start.now());
        List<LogLine> log = new ArrayList<>();
        LogRecorder out = new LogRecorder(log, time, false);
        LogRecorder err = new LogRecorder(log, time, true);
        Unwatched surroundings = new Unwatched(time);
        Environment environment = new ContainerEnvironment(start.variables(), files, programs, surroundings, time);
        int code;
        try {
            code = program.run(new Invocation(
                    words.get(0),
                    words.subList(1, words.size()),
                    environment,
                    InputStream.nullInputStream(),
                    out,
                    err));
        } catch (Interrupted | BrokenPipe e) {
            return new Run(log, null);
        }
        if (time.beyond() || surroundings.exhausted() || log.size() >= LogRecorder.MOST) {
            return new Run(log, null);
        }
        out.finish();
        err.finish();
        Duration after = time.offset().plusMillis(5);
        return new Run(log, new Exit(after, code, code == 0 ? "Completed" : "Error", null));
    }
}
