package lab.terminal;

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
    private static final int NARROWEST_FOR_STATUS = 40;
    private static final int COLOURS = 16;

    private final Terminal terminal;
    private final Theme theme;
    private final @Nullable Status status;

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
        for (AttributedString line : lines) {
            terminal.writer().println(ansi(line));
        }
        terminal.flush();
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

    /** Shows what stands at the bottom; nothing where there is no room for it. */
    void status(AttributedString line) {
        Status place = status;
        if (place != null) {
            boolean fits =
                    columns() >= NARROWEST_FOR_STATUS && terminal.getSize().getRows() > 5;
            place.update(fits ? List.of(line.columnSubSequence(0, columns() - 1)) : List.of());
        }
    }

    void close() {
        Status place = status;
        if (place != null) {
            place.update(List.of());
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
