package lab.terminal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import org.jline.reader.History;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * A line editor that shows, faint after the cursor, how the line might go on: the lesson's next command as long as what
 * is typed leads there, else the newest line of the history that does. The right arrow or End takes it.
 *
 * <p>JLine's own suggestions come from history, completion or tail tips only, and none of them at an empty prompt.
 */
final class SuggestingReader extends LineReaderImpl {
    /** Cursor keys as terminals send them that stay in normal mode; JLine knows them in application mode. */
    private static final Map<String, String> ARROWS = Map.of(
            "\u001b[A", UP_LINE_OR_HISTORY,
            "\u001b[B", DOWN_LINE_OR_HISTORY,
            "\u001b[C", FORWARD_CHAR,
            "\u001b[D", BACKWARD_CHAR,
            "\u001b[H", BEGINNING_OF_LINE,
            "\u001b[F", END_OF_LINE);

    private final Theme theme;
    private String suggestion = "";
    private boolean leaving;

    SuggestingReader(Terminal terminal, Theme theme) throws IOException {
        super(terminal, "lab");
        this.theme = theme;
        ARROWS.forEach((key, widget) ->
                getKeyMaps().values().forEach(keys -> keys.bindIfNotBound(new Reference(widget), key)));
    }

    /** The line to suggest at the next prompt; empty for none. */
    void suggest(String line) {
        suggestion = line;
    }

    /** What was only suggested does not stay on the screen when the line is taken or given up. */
    @Override
    protected void doCleanup(boolean newLine) {
        leaving = true;
        try {
            super.doCleanup(newLine);
        } finally {
            leaving = false;
        }
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        AttributedString shown = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        // Without a colour of its own a suggestion would look as if it had been typed.
        boolean visible = theme.colour() && !leaving && post == null && buf.cursor() == buf.length();
        String rest = visible ? rest() : "";
        if (rest.isEmpty()) {
            return shown;
        }
        // Only the first line: the editor counts the lines of what is typed.
        String line = rest.lines().findFirst().orElse("");
        return new AttributedStringBuilder()
                .append(shown)
                .append(line.length() < rest.length() ? line + " …" : line, theme.faint())
                .toAttributedString();
    }

    @Override
    protected boolean forwardChar() {
        return take() || super.forwardChar();
    }

    @Override
    protected boolean endOfLine() {
        return take() || super.endOfLine();
    }

    private boolean take() {
        String rest = buf.cursor() == buf.length() ? rest() : "";
        return !rest.isEmpty() && putString(rest);
    }

    private boolean putString(String text) {
        buf.write(text);
        return true;
    }

    /** What would follow the line as it is typed. */
    private String rest() {
        String typed = buf.toString();
        if (suggestion.startsWith(typed) && suggestion.length() > typed.length()) {
            return suggestion.substring(typed.length());
        }
        return typed.isBlank() || !theme.colour() ? "" : fromHistory(typed);
    }

    private String fromHistory(String typed) {
        List<History.Entry> entries = new ArrayList<>();
        getHistory().forEach(entries::add);
        ListIterator<History.Entry> newest = entries.listIterator(entries.size());
        while (newest.hasPrevious()) {
            String line = newest.previous().line();
            if (line.startsWith(typed) && line.length() > typed.length() && line.indexOf('\n') < 0) {
                return line.substring(typed.length());
            }
        }
        return "";
    }
}
