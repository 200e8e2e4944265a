package lab.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.lesson.prose.Prose;
import lab.lesson.prose.ProseReader;
import lab.lesson.prose.Span;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads a lesson: CommonMark whose fenced blocks of known kinds are the steps. */
public final class LessonParser {
    private static final Pattern SUMMARY = Pattern.compile("<summary>(.*?)</summary>", Pattern.DOTALL);
    private static final String END = "</details>";
    private static final List<String> BEGIN_STEP = List.of("console", "predict", "quiz", "task");

    private final String file;
    private final Problems problems;
    private final List<Prose> pending = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Command> setup = new ArrayList<>();
    private final List<Command> reset = new ArrayList<>();
    private @Nullable StepDraft draft;

    private LessonParser(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** What was read; the lesson is there also with problems if there is a front matter. */
    public record Result(Optional<Lesson> lesson, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    public static Result parse(String file, String text) {
        Problems problems = new Problems(file);
        Optional<Lesson> lesson = new LessonParser(file, problems).lesson(text.replace("\r\n", "\n"));
        return new Result(lesson, problems.found().stream().sorted().toList());
    }

    private Optional<Lesson> lesson(String text) {
        Optional<FrontMatter> front = FrontMatter.read(text, problems);
        int skip = front.map(FrontMatter::lines).orElse(0);
        String[] lines = text.split("\n", -1);
        // Empty lines in the place of the front matter keep the line numbers.
        String body = "\n".repeat(skip) + String.join("\n", List.of(lines).subList(skip, lines.length));
        Node document = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(body);
        Node next;
        for (Node node = document.getFirstChild(); node != null; node = next) {
            next = node.getNext();
            if (node instanceof FencedCodeBlock block) {
                block(block);
            } else if (node instanceof HtmlBlock html) {
                next = html(html);
            } else {
                prose(node);
            }
        }
        closeDraft();
        return front.map(this::build);
    }

    private Lesson build(FrontMatter front) {
        Map<String, Integer> names = new HashMap<>();
        for (Step step : steps) {
            List<String> all = new ArrayList<>(step.aliases());
            all.add(step.id());
            for (String name : all) {
                Integer before = name.isEmpty() ? null : names.putIfAbsent(name, step.line());
                if (before != null) {
                    problems.at(step.line(), "the id \"" + name + "\" is taken by the step in line " + before);
                }
            }
        }
        proofs(names);
        if (steps.isEmpty()) {
            problems.at(
                    front.lines() + 1,
                    "a lesson without a step: it needs a console, predict, quiz, task or check block");
        }
        Lesson lesson = new Lesson(
                front.id(),
                file,
                front.title(),
                front.minutes(),
                front.can(),
                front.needs(),
                front.aliases(),
                setup,
                reset,
                steps,
                closing());
        if (front.points() != null && front.points() != lesson.points()) {
            problems.at(
                    front.pointsLine(), "the steps add up to " + lesson.points() + " points, not " + front.points());
        }
        return lesson;
    }

    /** Every proof must have a step to look at: the named one, or a console step that follows. */
    private void proofs(Map<String, Integer> names) {
        for (int i = 0; i < steps.size(); i++) {
            if (!(steps.get(i).activity() instanceof Activity.Question question)
                    || question.proof().isEmpty()) {
                continue;
            }
            Proof proof = question.proof().get();
            String after = proof.after();
            boolean follows = steps.stream().skip(i).anyMatch(step -> step.activity() instanceof Activity.Console);
            if (after != null && !names.containsKey(after)) {
                problems.at(proof.line(), "no step has the id \"" + after + "\"" + Nearest.hint(after, names.keySet()));
            } else if (after != null && steps.stream().limit(i).anyMatch(step -> step.isNamed(after))) {
                problems.at(proof.line(), "the step \"" + after + "\" comes before the prediction");
            } else if (after == null && !follows) {
                problems.at(proof.line(), "no console step follows: name the step to look at with \"after\"");
            }
        }
    }

    private List<Prose> closing() {
        List<Prose> closing = List.copyOf(pending);
        pending.clear();
        return closing;
    }

    private void prose(Node node) {
        Document holder = new Document();
        holder.appendChild(node);
        List<Prose> blocks = ProseReader.blocks(holder);
        if (!blocks.isEmpty()) {
            closeDraft();
            pending.addAll(blocks);
        }
    }

    private void closeDraft() {
        if (draft != null) {
            steps.add(draft.finish(problems));
            draft = null;
        }
    }

    private void block(FencedCodeBlock block) {
        int line = line(block);
        Integer closing = block.getClosingFenceLength();
        if (closing == null) {
            problems.at(line, "this block is never closed");
        }
        Fence fence = Fence.read(block.getInfo(), line, block.getLiteral(), problems);
        if (fence == null) {
            prose(block);
        } else if (BEGIN_STEP.contains(fence.kind()) || (fence.kind().equals("check") && draft == null)) {
            closeDraft();
            draft = new StepDraft(fence, pending);
            pending.clear();
            if (fence.kind().equals("check")) {
                draft.checks.addAll(CheckReader.read(fence, problems));
            }
        } else {
            attach(fence);
        }
    }

    /** Blocks that belong to the lesson or to the step before them. */
    private void attach(Fence fence) {
        StepDraft step = draft;
        switch (fence.kind()) {
            case "setup" -> setup.addAll(ConsoleReader.read(fence, problems));
            case "reset" -> reset.addAll(ConsoleReader.read(fence, problems));
            default -> {
                if (step == null) {
                    problems.at(
                            fence.line(),
                            "a " + fence.kind()
                                    + " block stands directly after the block of its step, without text between");
                } else {
                    attach(fence, step);
                }
            }
        }
    }

    private void attach(Fence fence, StepDraft step) {
        switch (fence.kind()) {
            case "check" -> {
                for (String name : List.of("id", "aliases", "points")) {
                    if (fence.attribute(name) != null) {
                        problems.at(
                                fence.line(),
                                "this check belongs to the " + step.fence.kind() + " block before it and has no " + name
                                        + "; with text between them it is a step of its own");
                    }
                }
                step.checks.addAll(CheckReader.read(fence, problems));
            }
            case "annotate" -> step.notes.addAll(HintReader.notes(fence, problems));
            case "hint" -> step.hints.addAll(HintReader.hints(fence, problems));
            case "solution" -> step.solution.addAll(ConsoleReader.read(fence, problems));
            default -> throw new IllegalStateException(fence.kind());
        }
    }

    /** @return the node to go on with */
    private @Nullable Node html(HtmlBlock html) {
        String text = html.getLiteral();
        Node next = html.getNext();
        if (text.startsWith("<!--")) {
            return next;
        }
        if (!text.startsWith("<details")) {
            problems.at(line(html), "HTML is not shown in the terminal: use Markdown, <details> or a comment");
            return next;
        }
        // One element may begin on the line after another one's end: then both are in one block.
        while (text.startsWith("<details")) {
            List<Node> content = new ArrayList<>();
            int end = text.indexOf(END);
            String opening = text;
            text = end < 0 ? "" : text.substring(end + END.length()).strip();
            while (next != null && end < 0) {
                Node node = next;
                next = node.getNext();
                end = node instanceof HtmlBlock block ? block.getLiteral().indexOf(END) : -1;
                if (end < 0) {
                    content.add(node);
                } else if (node instanceof HtmlBlock block) {
                    text = block.getLiteral().substring(end + END.length()).strip();
                }
            }
            if (end < 0) {
                problems.at(line(html), "<details> without </details> on a line of its own after an empty line");
            }
            details(line(html), summary(opening), content);
        }
        return next;
    }

    private static String summary(String html) {
        Matcher summary = SUMMARY.matcher(html);
        return summary.find() ? summary.group(1).strip() : "";
    }

    /** A hint, or the wrapping of blocks that are not to be seen at once: solution, setup, reset, triggered hints. */
    private void details(int line, String summary, List<Node> content) {
        Document text = new Document();
        boolean blocks = false;
        for (Node node : content) {
            if (node instanceof FencedCodeBlock block
                    && Fence.KINDS.containsKey(block.getInfo().strip().split("[\\s{]", 2)[0])) {
                blocks = true;
                Fence fence = Fence.read(block.getInfo(), line(block), block.getLiteral(), problems);
                if (fence != null && BEGIN_STEP.contains(fence.kind())) {
                    problems.at(line(block), "a " + fence.kind() + " block cannot be inside <details>");
                } else if (fence != null) {
                    attach(fence);
                }
            } else {
                text.appendChild(node);
            }
        }
        List<Prose> prose = ProseReader.blocks(text);
        if (blocks && prose.isEmpty()) {
            return;
        }
        if (summary.isEmpty()) {
            problems.at(line, "<details> needs a title: <details><summary>Hint</summary>");
        }
        if (prose.isEmpty()) {
            problems.at(
                    line, "an empty <details>: leave an empty line after <summary>…</summary>, then write the text");
        }
        if (draft != null) {
            draft.hints.add(new Hint(line, summary, prose, Optional.empty()));
        } else {
            pending.add(new Prose.Paragraph(List.of(new Span.Strong(List.of(new Span.Text(summary))))));
            pending.addAll(prose);
        }
    }

    private static int line(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 1 : spans.get(0).getLineIndex() + 1;
    }
}
