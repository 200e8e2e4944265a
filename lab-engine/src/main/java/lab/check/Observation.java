package lab.check;

/**
 * What a command did, as it was seen.
 *
 * @param command as it was typed
 * @param shown standard output and error in the order in which they were written: what a terminal showed
 */
public record Observation(String command, int exit, String out, String err, String shown) {
    /** For a command of which nobody saw the order of its two streams. */
    public static Observation of(String command, int exit, String out, String err) {
        return new Observation(command, exit, out, err, out + err);
    }
}
