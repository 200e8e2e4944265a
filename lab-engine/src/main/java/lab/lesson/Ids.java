package lab.lesson;

/** Names of lessons and steps. */
final class Ids {
    private Ids() {}

    static boolean valid(String id) {
        return id.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    static String wrong(String id) {
        return "\"" + id + "\" is no id: lower-case letters and digits, words joined by \"-\"";
    }
}
