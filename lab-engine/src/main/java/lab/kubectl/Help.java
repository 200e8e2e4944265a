package lab.kubectl;

/**
 * What the help pages say of a command.
 *
 * @param summary the line in the list of commands
 * @param details paragraphs of its own page
 * @param examples indented blocks, empty if none
 * @param usage what follows {@code kubectl NAME}, such as {@code [options]}
 */
public record Help(String summary, String details, String examples, String usage) {
    public static Help of(String summary, String usage) {
        return new Help(summary, summary + ".", "", usage);
    }
}
