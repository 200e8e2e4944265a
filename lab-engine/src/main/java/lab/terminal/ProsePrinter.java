package lab.terminal;

import java.util.ArrayList;
import java.util.List;
import lab.lesson.prose.Prose;
import lab.lesson.prose.Span;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Lays prose out in lines of a given width. */
final class ProsePrinter {
    private final Theme theme;
    private final int width;

    /** @param width in columns */
    ProsePrinter(Theme theme, int width) {
        this.theme = theme;
        this.width = Math.max(10, width);
    }

    /** The blocks, an empty line between each two. */
    List<AttributedString> lines(List<Prose> blocks) {
        List<AttributedString> lines = new ArrayList<>();
        for (Prose block : blocks) {
            if (!lines.isEmpty()) {
                lines.add(AttributedString.EMPTY);
            }
            lines.addAll(block(block));
        }
        return lines;
    }

    private List<AttributedString> block(Prose block) {
        if (block instanceof Prose.Heading heading) {
            return Wrap.at(styled(heading.spans(), theme.heading()), width);
        }
        if (block instanceof Prose.Paragraph paragraph) {
            return paragraph(paragraph.spans(), width);
        }
        if (block instanceof Prose.CodeBlock code) {
            return code(code);
        }
        if (block instanceof Prose.Quote quote) {
            return indented(
                    new ProsePrinter(theme, width - 2).lines(quote.content()), theme.bar() + " ", theme.faint());
        }
        if (block instanceof Prose.Items items) {
            return items(items);
        }
        if (block instanceof Prose.Table table) {
            return TablePrinter.lines(table, theme, width);
        }
        return List.of(new AttributedString(theme.dash().repeat(Math.min(width, 40)), theme.faint()));
    }

    private List<AttributedString> paragraph(List<Span> spans, int room) {
        List<AttributedString> lines = new ArrayList<>();
        List<Span> part = new ArrayList<>();
        for (Span span : spans) {
            if (span instanceof Span.Break) {
                lines.addAll(Wrap.at(styled(part, AttributedStyle.DEFAULT), room));
                part.clear();
            } else {
                part.add(span);
            }
        }
        lines.addAll(Wrap.at(styled(part, AttributedStyle.DEFAULT), room));
        return lines;
    }

    private List<AttributedString> code(Prose.CodeBlock code) {
        List<AttributedString> lines = new ArrayList<>();
        for (String line : code.text().stripTrailing().split("\n", -1)) {
            // Code is never wrapped at blanks: it is cut at the edge, so that what is copied stays whole.
            lines.add(new AttributedStringBuilder()
                    .append("    ")
                    .append(line, theme.code())
                    .toAttributedString());
        }
        return lines;
    }

    private List<AttributedString> items(Prose.Items items) {
        List<AttributedString> lines = new ArrayList<>();
        int number = items.first();
        for (List<Prose> item : items.items()) {
            if (!items.tight() && !lines.isEmpty()) {
                lines.add(AttributedString.EMPTY);
            }
            String mark = (items.first() == 0 ? theme.bullet() : number + ".") + " ";
            List<AttributedString> content = new ProsePrinter(theme, width - mark.length()).lines(item);
            for (int i = 0; i < content.size(); i++) {
                lines.add(new AttributedStringBuilder()
                        .append(i == 0 ? mark : " ".repeat(mark.length()))
                        .append(content.get(i))
                        .toAttributedString());
            }
            number++;
        }
        return lines;
    }

    static List<AttributedString> indented(List<AttributedString> content, String prefix, AttributedStyle style) {
        List<AttributedString> lines = new ArrayList<>();
        for (AttributedString line : content) {
            lines.add(new AttributedStringBuilder()
                    .append(prefix, style)
                    .append(line)
                    .toAttributedString());
        }
        return lines;
    }

    /** Spans as one styled text; a line break becomes a blank. */
    AttributedString styled(List<Span> spans, AttributedStyle style) {
        AttributedStringBuilder text = new AttributedStringBuilder();
        for (Span span : spans) {
            if (span instanceof Span.Text plain) {
                text.append(plain.text(), style);
            } else if (span instanceof Span.Code code) {
                text.append(theme.colour() ? code.text() : "`" + code.text() + "`", theme.code());
            } else if (span instanceof Span.Emphasis emphasis) {
                text.append(styled(emphasis.spans(), theme.colour() ? style.italic() : style));
            } else if (span instanceof Span.Strong strong) {
                text.append(styled(strong.spans(), theme.colour() ? style.bold() : style));
            } else if (span instanceof Span.Link link) {
                text.append(styled(link.spans(), theme.link()));
                if (link.target().startsWith("http")) {
                    text.append(" (" + link.target() + ")", theme.faint());
                }
            } else {
                text.append(" ");
            }
        }
        return text.toAttributedString();
    }
}
