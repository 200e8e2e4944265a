package lab.terminal;

import java.util.Arrays;
import java.util.List;
import lab.shell.Shell;
import lab.shell.SyntaxError;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;

/** Tells the line editor when a command goes on in the next line: open quotes, here-documents, loops, a trailing pipe. */
final class LineParser implements Parser {
    private final DefaultParser words = new DefaultParser();

    LineParser() {
        words.setEscapeChars(null);
        words.setQuoteChars(new char[0]);
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !line.startsWith(":")) {
            try {
                Shell.check(line);
            } catch (SyntaxError error) {
                if (error.incomplete()) {
                    throw new EOFError(-1, -1, "the command goes on", "");
                }
            }
        }
        if (context == ParseContext.COMPLETE) {
            return words.parse(line, cursor, context);
        }
        List<String> split = Arrays.asList(line.split("\\s+"));
        return new ParsedLine() {
            @Override
            public String word() {
                return split.isEmpty() ? "" : split.get(split.size() - 1);
            }

            @Override
            public int wordCursor() {
                return word().length();
            }

            @Override
            public int wordIndex() {
                return Math.max(0, split.size() - 1);
            }

            @Override
            public List<String> words() {
                return split;
            }

            @Override
            public String line() {
                return line;
            }

            @Override
            public int cursor() {
                return cursor;
            }
        };
    }
}
