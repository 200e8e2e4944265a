package lab.terminal;

import java.util.List;
import java.util.stream.Collectors;
import lab.lesson.prose.Prose;

/** Prose as one line without any style. */
final class PlainText {
    private static final int ENDLESS = 10_000;

    private PlainText() {}

    static String of(List<Prose> text) {
        Theme coloured = new Theme(true, true); // so that code is not quoted
        return new ProsePrinter(coloured, ENDLESS)
                .lines(text).stream().map(line -> line.toString().strip()).collect(Collectors.joining(" "));
    }
}
