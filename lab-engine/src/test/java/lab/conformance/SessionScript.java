package lab.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.cluster.Cluster;
import lab.shell.Captured;
import lab.shell.Program;
import lab.shell.Shell;
import lab.shell.Workspace;
import lab.shell.text.TextTools;

/** A session's commands, run one after the other in one shell as {@code conformance/tools/record.py} has them run. */
final class SessionScript {
    private static final String FOLDER = ".rec";

    private SessionScript() {}

    /**
     * One command a line; a line that ends in a backslash goes on, {@code <<<} and {@code >>>} enclose a command of
     * several lines, {@code #} begins a comment.
     */
    static List<String> commands(String session) {
        List<String> commands = new ArrayList<>();
        List<String> open = new ArrayList<>();
        boolean block = false;
        for (String line : session.lines().toList()) {
            boolean ends = block ? line.strip().equals(">>>") : !line.endsWith("\\");
            if (!block && line.strip().equals("<<<")) {
                block = true;
                continue;
            }
            if (!block
                    && open.isEmpty()
                    && (line.isBlank() || line.stripLeading().startsWith("#"))) {
                continue;
            }
            if (!block || !ends) {
                open.add(line);
            }
            if (ends) {
                commands.add(String.join("\n", open));
                open.clear();
                block = false;
            }
        }
        return commands;
    }

    /**
     * Runs commands on a cluster and returns their answers.
     *
     * @param directory where they run; the recorded samples are laid there
     */
    static List<Answer> run(Cluster cluster, Path directory, List<String> commands) throws IOException {
        Files.createDirectories(directory.resolve("samples"));
        for (String sample : Recordings.names("samples")) {
            Files.writeString(directory.resolve("samples").resolve(sample), Recordings.text("samples/" + sample));
        }
        Path folder = Files.createDirectories(directory.resolve(FOLDER));
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < commands.size(); i++) {
            String file = FOLDER + "/" + i;
            script.append("{ ")
                    .append(commands.get(i))
                    .append("\n} >")
                    .append(file)
                    .append(".out 2>");
            script.append(file).append(".err\necho $? >").append(file).append(".rc\n");
        }
        Map<String, Program> programs = new LinkedHashMap<>(TextTools.programs());
        programs.putAll(cluster.programs());
        Captured rest = new Captured();
        new Shell(
                        new Shell.Settings(programs, new Workspace(directory, "/lab"), cluster.time()),
                        Map.of("NS", "default"))
                .run(script.toString(), InputStream.nullInputStream(), rest, rest);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            String exit = read(folder, i + ".rc").strip();
            answers.add(Answer.of(
                    commands.get(i),
                    exit.isEmpty() ? -1 : Integer.parseInt(exit),
                    read(folder, i + ".out"),
                    read(folder, i + ".err")));
        }
        return answers;
    }

    private static String read(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        String text = Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
