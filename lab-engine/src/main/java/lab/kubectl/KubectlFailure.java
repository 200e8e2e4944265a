package lab.kubectl;

import java.util.List;

/** A command cannot go on; the message is what kubectl prints on stderr (after {@code error: }, unless it is whole). */
public class KubectlFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final boolean whole;

    /** @param message without the leading {@code error: } */
    public KubectlFailure(String message) {
        this(message, 1, false);
    }

    private KubectlFailure(String message, int code, boolean whole) {
        super(message, null, false, false);
        this.code = code;
        this.whole = whole;
    }

    protected KubectlFailure(String message, boolean whole) {
        this(message, 1, whole);
    }

    /** The lines to print as they are; none if the text is empty. */
    public static KubectlFailure whole(String lines, int code) {
        return new KubectlFailure(lines, code, true);
    }

    /** The command line is wrong: the sentence and where to read more. */
    public static KubectlFailure usage(String path, String message) {
        return new KubectlFailure(message + "\nSee '" + path + " -h' for help and examples");
    }

    /** Several objects failed; each is told in a line of its own. */
    public static KubectlFailure all(List<KubectlFailure> failures) {
        if (failures.size() == 1) {
            return failures.get(0);
        }
        return whole(
                String.join("\n", failures.stream().map(KubectlFailure::text).toList()), 1);
    }

    /** What stderr shows, without the last line break. */
    public String text() {
        return whole ? message() : "error: " + message();
    }

    public final String message() {
        return String.valueOf(getMessage());
    }

    public final int code() {
        return code;
    }
}
