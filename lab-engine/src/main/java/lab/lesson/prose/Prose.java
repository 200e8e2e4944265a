package lab.lesson.prose;

import java.util.List;

/** A block of text. */
public sealed interface Prose {
    record Heading(int level, List<Span> spans) implements Prose {
        public Heading {
            spans = List.copyOf(spans);
        }
    }

    record Paragraph(List<Span> spans) implements Prose {
        public Paragraph {
            spans = List.copyOf(spans);
        }
    }

    /** A fenced or indented block; {@code info} is the fence's info string, empty if it has none. */
    record CodeBlock(String info, String text) implements Prose {}

    record Quote(List<Prose> content) implements Prose {
        public Quote {
            content = List.copyOf(content);
        }
    }

    /** @param first the number of the first item, 0 for a list of bullets */
    record Items(int first, boolean tight, List<List<Prose>> items) implements Prose {
        public Items {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /** Cells are spans; the first row is the header. */
    record Table(List<Alignment> alignments, List<List<List<Span>>> rows) implements Prose {
        public Table {
            alignments = List.copyOf(alignments);
            rows = rows.stream()
                    .map(row -> row.stream().map(List::copyOf).toList())
                    .toList();
        }
    }

    record Rule() implements Prose {}

    enum Alignment {
        LEFT,
        CENTER,
        RIGHT
    }
}
