package lab.lesson.prose;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads CommonMark with tables into prose. */
public final class ProseReader {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private ProseReader() {}

    public static List<Prose> read(String markdown) {
        return blocks(PARSER.parse(markdown));
    }

    /** The blocks under a node that a CommonMark parser with tables made. */
    public static List<Prose> blocks(Node parent) {
        List<Prose> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                blocks.add(new Prose.Heading(heading.getLevel(), spans(heading)));
            } else if (node instanceof Paragraph) {
                blocks.add(new Prose.Paragraph(spans(node)));
            } else if (node instanceof FencedCodeBlock code) {
                blocks.add(new Prose.CodeBlock(code.getInfo(), code.getLiteral()));
            } else if (node instanceof IndentedCodeBlock code) {
                blocks.add(new Prose.CodeBlock("", code.getLiteral()));
            } else if (node instanceof BlockQuote) {
                blocks.add(new Prose.Quote(blocks(node)));
            } else if (node instanceof ListBlock list) {
                blocks.add(items(list));
            } else if (node instanceof TableBlock) {
                blocks.add(table(node));
            } else if (node instanceof ThematicBreak) {
                blocks.add(new Prose.Rule());
            }
        }
        return blocks;
    }

    private static Prose.Items items(ListBlock list) {
        List<List<Prose>> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(blocks(item));
        }
        int first = 0;
        if (list instanceof OrderedList ordered) {
            Integer start = ordered.getMarkerStartNumber();
            first = start == null ? 1 : Math.max(1, start);
        }
        assert list instanceof BulletList || first > 0;
        return new Prose.Items(first, list.isTight(), items);
    }

    private static Prose.Table table(Node table) {
        List<Prose.Alignment> alignments = new ArrayList<>();
        List<List<List<Span>>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            if (!(part instanceof TableHead) && !(part instanceof TableBody)) {
                continue;
            }
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(cells(row, part instanceof TableHead ? alignments : null));
                }
            }
        }
        return new Prose.Table(alignments, rows);
    }

    private static List<List<Span>> cells(Node row, @Nullable List<Prose.Alignment> alignments) {
        List<List<Span>> cells = new ArrayList<>();
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableCell cell) {
                cells.add(spans(cell));
                if (alignments != null) {
                    alignments.add(alignment(cell.getAlignment()));
                }
            }
        }
        return cells;
    }

    private static Prose.Alignment alignment(TableCell.@Nullable Alignment alignment) {
        if (alignment == TableCell.Alignment.RIGHT) {
            return Prose.Alignment.RIGHT;
        }
        return alignment == TableCell.Alignment.CENTER ? Prose.Alignment.CENTER : Prose.Alignment.LEFT;
    }

    private static List<Span> spans(Node parent) {
        List<Span> spans = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text text) {
                spans.add(new Span.Text(text.getLiteral()));
            } else if (node instanceof Code code) {
                spans.add(new Span.Code(code.getLiteral()));
            } else if (node instanceof Emphasis) {
                spans.add(new Span.Emphasis(spans(node)));
            } else if (node instanceof StrongEmphasis) {
                spans.add(new Span.Strong(spans(node)));
            } else if (node instanceof Link link) {
                spans.add(new Span.Link(spans(node), link.getDestination()));
            } else if (node instanceof SoftLineBreak) {
                spans.add(new Span.Text(" "));
            } else if (node instanceof HardLineBreak) {
                spans.add(new Span.Break());
            }
        }
        return spans;
    }
}
