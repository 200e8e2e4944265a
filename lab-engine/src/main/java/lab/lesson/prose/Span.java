package lab.lesson.prose;

import java.util.List;

/** A piece of text within a block. */
public sealed interface Span {
    record Text(String text) implements Span {}

    record Code(String text) implements Span {}

    record Emphasis(List<Span> spans) implements Span {
        public Emphasis {
            spans = List.copyOf(spans);
        }
    }

    record Strong(List<Span> spans) implements Span {
        public Strong {
            spans = List.copyOf(spans);
        }
    }

    record Link(List<Span> spans, String target) implements Span {
        public Link {
            spans = List.copyOf(spans);
        }
    }

    /** A line break that the author asked for. */
    record Break() implements Span {}
}
