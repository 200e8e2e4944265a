package lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Path expansion: the files that a pattern names, sorted by bytes. */
final class Globs {
    private Globs() {}

    static List<String> expand(FileTree files, String pattern) {
        List<String> found = new ArrayList<>();
        found.add(pattern.startsWith("/") ? "/" : "");
        String[] parts = pattern.split("/+");
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].isEmpty()) {
                continue;
            }
            found = step(files, found, parts[i], i == parts.length - 1);
        }
        if (pattern.endsWith("/")) {
            return found.stream()
                    .filter(path -> isDirectory(files, path))
                    .map(path -> path.endsWith("/") ? path : path + "/")
                    .toList();
        }
        return found;
    }

    private static List<String> step(FileTree files, List<String> directories, String part, boolean last) {
        List<String> next = new ArrayList<>();
        Pattern regex = Patterns.isPattern(part) ? Patterns.compile(part) : null;
        for (String directory : directories) {
            String prefix = directory.isEmpty() || directory.endsWith("/") ? directory : directory + "/";
            if (regex == null) {
                String path = prefix + Patterns.unquote(part);
                if (files.status(path).isPresent()) {
                    next.add(path);
                }
                continue;
            }
            try {
                for (String name : files.list(directory.isEmpty() ? "." : directory)) {
                    boolean hidden = name.startsWith(".") && !part.startsWith(".");
                    String path = prefix + name;
                    if (!hidden && regex.matcher(name).matches() && (last || isDirectory(files, path))) {
                        next.add(path);
                    }
                }
            } catch (FileProblem unreadable) {
                // a directory that cannot be read has no files for a pattern
            }
        }
        return next;
    }

    private static boolean isDirectory(FileTree files, String path) {
        return files.status(path)
                .filter(status -> status.kind() == FileTree.Kind.DIRECTORY)
                .isPresent();
    }
}
