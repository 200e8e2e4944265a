package lab.kube.schema;

/** What a field holds. */
public sealed interface Type {
    /** {@code string}, {@code integer}, {@code number} or {@code boolean}, with the OpenAPI format or the empty text. */
    record Scalar(String name, String format) implements Type {}

    record ListOf(Type item) implements Type {}

    record MapOf(Type value) implements Type {}

    /** A schema of its own; found with {@link Schemas#named}. */
    record Ref(String name) implements Type {}

    /** An object or value of which nothing more is known. */
    record Any() implements Type {}

    /** Reads the notation of {@code schemas.txt}. */
    static Type parse(String text) {
        if (text.startsWith("[")) {
            return new ListOf(parse(text.substring(1, text.length() - 1)));
        }
        if (text.startsWith("{")) {
            return new MapOf(parse(text.substring(1, text.length() - 1)));
        }
        if (text.equals("any") || text.equals("object")) {
            return new Any();
        }
        int slash = text.indexOf('/');
        String name = slash < 0 ? text : text.substring(0, slash);
        return switch (name) {
            case "string", "integer", "number", "boolean" ->
                new Scalar(name, slash < 0 ? "" : text.substring(slash + 1));
            default -> new Ref(text);
        };
    }
}
