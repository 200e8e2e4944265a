package lab.check;

/**
 * A place where expected and actual text differ.
 *
 * @param line from 0, in the text of that side
 * @param from first differing column, from 0
 * @param to the column after the last one
 */
public record Mark(Side side, int line, int from, int to) {
    public enum Side {
        EXPECTED,
        ACTUAL
    }
}
