package lab.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the fields of one word while it is expanded, splitting what is unquoted by IFS. */
final class Fields {
    /** @param pattern the text with a backslash before what was quoted */
    record Field(String text, String pattern) {}

    private final @Nullable String ifs;
    private final List<Field> done = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder pattern = new StringBuilder();
    private boolean open;
    private boolean afterSeparator;

    /** @param ifs null if nothing is split */
    Fields(@Nullable String ifs) {
        this.ifs = ifs;
    }

    void literal(String value, boolean quoted) {
        open = true;
        text.append(value);
        pattern.append(quoted ? Patterns.quote(value) : value);
    }

    void value(String value, boolean quoted) {
        if (quoted) {
            literal(value, true);
            return;
        }
        if (ifs == null) {
            text.append(value);
            pattern.append(value);
            open = true;
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (ifs.indexOf(c) < 0) {
                open = true;
                afterSeparator = false;
                text.append(c);
                pattern.append(c == '\\' ? "\\\\" : String.valueOf(c));
            } else if (c == ' ' || c == '\t' || c == '\n') {
                if (open) {
                    close();
                    afterSeparator = true;
                }
            } else if (open || !afterSeparator) {
                open = true;
                close();
                afterSeparator = false;
            } else {
                afterSeparator = false;
            }
        }
    }

    /** Ends a field between two positional parameters. */
    void separate() {
        if (open) {
            close();
        }
    }

    /** {@code "$@"} without parameters: no field, though it is quoted. */
    void nothing() {}

    private void close() {
        done.add(new Field(text.toString(), pattern.toString()));
        text.setLength(0);
        pattern.setLength(0);
        open = false;
    }

    List<Field> finish() {
        if (open) {
            close();
        }
        return done;
    }
}
