package lab.shell.text;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lab.shell.FileProblem;
import lab.shell.FileTree;
import lab.shell.Invocation;

/** {@code ls}, one name a line as where no terminal is attached. */
final class Ls {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMM ppd HH:mm", Locale.US);

    int run(Invocation call) {
        Options options = Options.read(
                call, "la1AdrhtFR", Map.of("all", "a", "almost-all", "A", "directory", "d", "reverse", "r"), 2, null);
        FileTree files = call.environment().files();
        List<String> plain = new ArrayList<>();
        List<String> directories = new ArrayList<>();
        int status = 0;
        for (String operand : options.operands().isEmpty() ? List.of(".") : options.operands()) {
            Optional<FileTree.Status> found = files.status(operand);
            if (found.isEmpty()) {
                status = 2;
                call.err().println("ls: cannot access '" + operand + "': " + reason(files, operand));
            } else if (found.get().kind() == FileTree.Kind.DIRECTORY && !options.has("d")) {
                directories.add(operand);
            } else {
                plain.add(operand);
            }
        }
        plain.sort(null);
        directories.sort(null);
        for (String path : plain) {
            show(call, options, path, path);
        }
        boolean headed = plain.size() + directories.size() > 1 || status != 0;
        boolean first = plain.isEmpty();
        for (String path : directories) {
            if (headed) {
                call.out().print((first ? "" : "\n") + path + ":\n");
            }
            first = false;
            directory(call, options, path);
        }
        return status;
    }

    private static String reason(FileTree files, String path) {
        try {
            files.list(path);
            return "No such file or directory";
        } catch (FileProblem problem) {
            return problem.reason();
        }
    }

    private static void directory(Invocation call, Options options, String path) {
        List<String> names = new ArrayList<>();
        try {
            for (String name : call.environment().files().list(path)) {
                if (!name.startsWith(".") || options.has("a") || options.has("A")) {
                    names.add(name);
                }
            }
        } catch (FileProblem problem) {
            call.err().println("ls: cannot open directory '" + path + "': " + problem.reason());
            return;
        }
        if (options.has("a")) {
            names.add(0, "..");
            names.add(0, ".");
        }
        if (options.has("r")) {
            java.util.Collections.reverse(names);
        }
        if (options.has("l")) {
            long blocks = 0;
            for (String name : names) {
                blocks += call.environment()
                        .files()
                        .status(path + "/" + name)
                        .map(s -> (s.size() + 4095) / 4096 * 4)
                        .orElse(0L);
            }
            call.out().println("total " + blocks);
        }
        for (String name : names) {
            show(call, options, path + "/" + name, name);
        }
    }

    private static void show(Invocation call, Options options, String path, String name) {
        Optional<FileTree.Status> status = call.environment().files().status(path);
        if (!options.has("l") || status.isEmpty()) {
            call.out().println(name);
            return;
        }
        FileTree.Status file = status.get();
        boolean directory = file.kind() == FileTree.Kind.DIRECTORY;
        call.out()
                .println((directory ? "d" : "-") + file.permissions() + " 1 " + file.owner() + " " + file.owner() + " "
                        + String.format("%5d", file.size()) + " "
                        + TIME.format(file.modified().atOffset(ZoneOffset.UTC)) + " " + name);
    }
}
