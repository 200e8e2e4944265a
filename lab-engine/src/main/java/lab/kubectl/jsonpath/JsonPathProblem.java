package lab.kubectl.jsonpath;

/** A JSONPath expression cannot be parsed or applied; the message is kubectl's, without {@code error: }. */
public final class JsonPathProblem extends Exception {
    private static final long serialVersionUID = 1;

    public JsonPathProblem(String message) {
        super(message, null, false, false);
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
