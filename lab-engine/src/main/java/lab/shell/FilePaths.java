package lab.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Arithmetic on the paths that commands see: slashes, {@code .} and {@code ..}, on every host alike. */
final class FilePaths {
    private FilePaths() {}

    /** The absolute path without {@code .}, {@code ..} and doubled slashes. */
    static String absolute(String directory, String path) {
        String joined = path.startsWith("/") ? path : directory + "/" + path;
        Deque<String> parts = new ArrayDeque<>();
        for (String part : joined.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    static String parent(String absolute) {
        int slash = absolute.lastIndexOf('/');
        return slash <= 0 ? "/" : absolute.substring(0, slash);
    }

    static String name(String absolute) {
        return absolute.substring(absolute.lastIndexOf('/') + 1);
    }

    static boolean isWithin(String absolute, String directory) {
        return directory.equals("/") || absolute.equals(directory) || absolute.startsWith(directory + "/");
    }

    static List<String> parts(String absolute) {
        List<String> parts = new ArrayList<>();
        for (String part : absolute.split("/")) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }
}
