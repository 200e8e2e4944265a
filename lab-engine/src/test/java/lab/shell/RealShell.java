package lab.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The real tools of this machine. */
final class RealShell {
    /** The releases that the lab's tools stand for; others word some messages differently. */
    private static final Map<String, String> RELEASES = Map.of(
            "bash --version", "version 5.2",
            "grep --version", "grep (GNU grep) 3.8",
            "sed --version", "sed (GNU sed) 4.9",
            "mawk -W version", "mawk 1.3.4",
            "jq --version", "jq-1.6",
            "diff --version", "diff (GNU diffutils) 3.8",
            "sort --version", "sort (GNU coreutils) 9.1");

    private RealShell() {}

    /** What is missing here, if anything is. */
    static Optional<String> missing() {
        return RELEASES.entrySet().stream()
                .filter(release -> !here(release.getKey(), release.getValue()))
                .map(release -> release.getKey().replaceAll(" .*", "") + " (" + release.getValue() + ")")
                .sorted()
                .findFirst();
    }

    private static boolean here(String command, String release) {
        try {
            Process process = new ProcessBuilder(command.split(" "))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            return read(process.getInputStream()).contains(release);
        } catch (IOException e) {
            return false;
        }
    }

    static ShellCase.Outcome run(String script, Path directory) throws IOException, InterruptedException {
        Path file = Files.createTempFile("lab-shell", ".sh");
        Files.writeString(file, script);
        ProcessBuilder builder = new ProcessBuilder(List.of("bash", file.toString())).directory(directory.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", "/usr/local/bin:/usr/bin:/bin", "HOME", "/lab", "LC_ALL", "C.UTF-8", "TZ", "UTC"));
        Process process = builder.start();
        process.getOutputStream().close();
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
        String out = read(process.getInputStream());
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Files.delete(file);
        String named = err.join().replace(file.toString(), "lab");
        return new ShellCase.Outcome(process.waitFor(), out.replace(file.toString(), "lab"), named);
    }

    private static String read(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "unreadable: " + e.getMessage();
        }
    }

    /** Records the files of cases named in the arguments anew. */
    public static void main(String[] files) throws IOException, InterruptedException {
        for (String file : files) {
            StringBuilder text = new StringBuilder();
            for (ShellCase each : ShellCase.in(Path.of(file))) {
                Path directory = Files.createTempDirectory("lab-shell");
                ShellCase.Outcome outcome = run(each.script(), directory);
                text.append(new ShellCase(each.file(), each.name(), each.script(), outcome).text());
                try (var made = Files.walk(directory)) {
                    made.sorted(java.util.Comparator.reverseOrder())
                            .forEach(path -> path.toFile().delete());
                }
            }
            Files.writeString(Path.of(file), text);
        }
    }
}
