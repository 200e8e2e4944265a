package lab.shell.pflag;

import org.jspecify.annotations.Nullable;

/**
 * One flag that a command knows.
 *
 * @param shorthand its letter, or 0
 * @param initial the value when it is not given, as help prints it
 * @param bare what it means when given without {@code =value}, null if it takes the next word
 */
public record Flag(
        String name,
        char shorthand,
        Kind kind,
        String initial,
        @Nullable String bare,
        String usage) {
    /** What its value is; LIST is split at commas, ARRAY is not. */
    public enum Kind {
        BOOL,
        STRING,
        INT,
        DURATION,
        LIST,
        ARRAY
    }

    /** As pflag names it in an error. */
    String title() {
        return shorthand == 0 ? "--" + name : "-" + shorthand + ", --" + name;
    }
}
