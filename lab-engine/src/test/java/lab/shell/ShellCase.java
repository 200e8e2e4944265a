package lab.shell;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A script with what the real tools made of it. A file of cases is a sequence of
 *
 * <pre>
 * #### NAME
 * the script
 * #### out EXITCODE
 * what it printed
 * #### err
 * what it complained
 * </pre>
 *
 * where {@code #### unended} follows an output whose last line has no end, and an empty {@code err} is left out.
 */
record ShellCase(String file, String name, String script, Outcome recorded) {
    private static final String MARK = "#### ";

    /** What a script did. */
    record Outcome(int status, String out, String err) {
        @Override
        public String toString() {
            return MARK + "out " + status + "\n" + section(out) + (err.isEmpty() ? "" : MARK + "err\n" + section(err));
        }

        private static String section(String content) {
            return content.isEmpty() || content.endsWith("\n") ? content : content + "\n" + MARK + "unended\n";
        }
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }

    /** The case as a file of cases holds it. */
    String text() {
        return MARK + name + "\n" + script + recorded;
    }

    static List<ShellCase> all() throws IOException {
        List<ShellCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory())) {
            for (Path file : files.sorted().toList()) {
                cases.addAll(in(file));
            }
        }
        return cases;
    }

    private static Path directory() throws IOException {
        URL folder =
                Objects.requireNonNull(ShellCase.class.getResource("/lab/shell/cases"), "no cases on the class path");
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    static List<ShellCase> in(Path file) throws IOException {
        List<ShellCase> cases = new ArrayList<>();
        String name = "";
        int status = 0;
        StringBuilder script = new StringBuilder();
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        StringBuilder section = script;
        for (String line : Files.readString(file).split("\n", -1)) {
            if (!line.startsWith(MARK)) {
                section.append(line).append('\n');
                continue;
            }
            String mark = line.substring(MARK.length());
            if (mark.startsWith("out ")) {
                status = Integer.parseInt(mark.substring("out ".length()));
                section = out;
            } else if (mark.equals("err")) {
                section = err;
            } else if (mark.equals("unended")) {
                section.setLength(section.length() - 1);
            } else {
                add(cases, file, name, script, status, out, err);
                name = mark;
                section = script;
            }
        }
        section.setLength(Math.max(0, section.length() - 1));
        add(cases, file, name, script, status, out, err);
        return cases;
    }

    private static void add(
            List<ShellCase> cases,
            Path file,
            String name,
            StringBuilder script,
            int status,
            StringBuilder out,
            StringBuilder err) {
        if (!name.isEmpty()) {
            Outcome outcome = new Outcome(status, out.toString(), err.toString());
            cases.add(new ShellCase(file.getFileName().toString(), name, script.toString(), outcome));
        }
        script.setLength(0);
        out.setLength(0);
        err.setLength(0);
    }
}
