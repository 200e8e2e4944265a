package lab.terminal;

import java.io.IOError;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lab.shell.Output;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedCharSequence;
import org.jline.utils.AttributedString;
import org.jline.utils.Status;
import org.jspecify.annotations.Nullable;

/** The terminal as a place to print to: lines in the normal scroll-back, and one status line at the bottom. */
final class Screen {
    private static final int COLOURS = 16;
    /** The prompt and the status line. */
    private static final int KEPT_FOR_PROMPT = 2;

    private final Terminal terminal;
    private final Theme theme;
    private final @Nullable Status status;
    private final Extent extent = new Extent();

    Screen(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        Charset charset = terminal.encoding() == null ? Charset.defaultCharset() : terminal.encoding();
        boolean unicode = charset.name().toUpperCase(Locale.ROOT).startsWith("UTF");
        this.theme = Theme.of(environment, isDumb(), unicode);
        this.status = isDumb() ? null : Status.getStatus(terminal);
    }

    boolean isDumb() {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    Terminal terminal() {
        return terminal;
    }

    Theme theme() {
        return theme;
    }

    /** The width, 80 where the terminal does not say. */
    int columns() {
        Size size = terminal.getSize();
        return size.getColumns() > 0 ? size.getColumns() : 80;
    }

    void print(List<AttributedString> lines) {
        if (!lines.isEmpty()) {
            freshLine();
        }
        for (AttributedString line : lines) {
            terminal.writer().println(ansi(line));
            extent.add(line.columnLength(), columns());
        }
        terminal.flush();
    }

    /** Begins a new line if a command's output ended within one. */
    void freshLine() {
        if (extent.within()) {
            terminal.writer().println();
            terminal.flush();
            extent.endLine();
        }
    }

    /** Counts from here on the lines that are shown, the line just typed being the first. */
    void startTurn() {
        extent.start();
    }

    /** Whether so many more lines can be shown without moving off what was shown in this turn. */
    boolean fits(int lines) {
        int rows = terminal.getSize().getRows();
        return isDumb() || rows <= 0 || extent.lines() + lines + KEPT_FOR_PROMPT <= rows;
    }

    /** With the terminal's escapes; lines and boxes stay the characters they are, in no other character set. */
    String ansi(AttributedString line) {
        return theme.colour()
                ? line.toAnsi(COLOURS, AttributedCharSequence.ForceMode.None, terminal.getPalette(), null, null)
                : line.toString();
    }

    void print(String line) {
        print(List.of(new AttributedString(line)));
    }

    /** Shows at the bottom the first of the lines that fits; nothing where there is no room for any. */
    void status(List<AttributedString> choices) {
        Status place = status;
        if (place != null) {
            int room = terminal.getSize().getRows() > 5 ? columns() - 1 : 0;
            update(
                    place,
                    choices.stream()
                            .filter(line -> line.columnLength() <= room)
                            .limit(1)
                            .toList());
        }
    }

    private static void update(Status place, List<AttributedString> lines) {
        try {
            place.update(lines);
        } catch (IOError gone) {
            // The window was closed: that is no fault, and whoever reads from it meets its end next.
        }
    }

    void close() {
        Status place = status;
        if (place != null) {
            update(place, List.of());
            place.close();
        }
        terminal.flush();
    }

    /** Where a command's output goes. */
    Output output() {
        return new Output() {
            @Override
            public void write(byte[] bytes, int offset, int length) {
                try {
                    terminal.writer().flush();
                    terminal.output().write(bytes, offset, length);
                    terminal.output().flush();
                    extent.add(bytes, offset, length, columns());
                } catch (java.io.IOException e) {
                    throw new lab.shell.BrokenPipe();
                }
            }

            @Override
            public boolean isTerminal() {
                return !isDumb();
            }
        };
    }
}
