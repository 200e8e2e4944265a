package lab.conformance;

import java.util.LinkedHashMap;
import java.util.Map;

/** The commands of the sessions whose answers are known to differ from the real cluster's, each with the reason. */
final class NotYetEqual {
    static final String FILE = "not-yet-equal.tsv";

    private final Map<String, String> reasons = new LinkedHashMap<>();

    /** A line holds the session, the command's number in it from 1, the reason, and the command's first line. */
    static NotYetEqual read() {
        NotYetEqual list = new NotYetEqual();
        for (String line : Recordings.resource(FILE).lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split("\t", 4);
                if (cells.length < 4 || cells[2].isBlank()) {
                    throw new IllegalStateException(FILE + ": not session, number, reason and command: " + line);
                }
                list.reasons.put(key(cells[0], Integer.parseInt(cells[1]), cells[3]), cells[2]);
            }
        }
        return list;
    }

    private static String key(String session, int number, String title) {
        return session + "\t" + number + "\t" + title;
    }

    boolean holds(String session, int number, Answer answer) {
        return reasons.containsKey(key(session, number, answer.title()));
    }

    /** The line that the list would need. */
    static String line(String session, int number, Answer answer) {
        return session + "\t" + number + "\tREASON\t" + answer.title();
    }

    Map<String, String> reasons() {
        return Map.copyOf(reasons);
    }
}
