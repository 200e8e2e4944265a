package lab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lab.kube.YamlSource;
import lab.lesson.prose.ProseReader;
import org.jspecify.annotations.Nullable;

/** Reads {@code hint} blocks (hints with a trigger) and {@code annotate} blocks. */
final class HintReader {
    private static final List<String> TRIGGER = List.of("command", "output", "exit", "state");

    private final Problems problems;
    private final int offset;

    private HintReader(Fence fence, Problems problems) {
        this.offset = fence.line() + 1;
        this.problems = problems;
    }

    static List<Hint> hints(Fence fence, Problems problems) {
        HintReader reader = new HintReader(fence, problems);
        List<Hint> hints = new ArrayList<>();
        for (YamlSource.Value item : BlockYaml.items(BlockYaml.read(fence.text(), reader.offset, problems))) {
            hints.add(reader.hint(item));
        }
        return hints;
    }

    private Hint hint(YamlSource.Value item) {
        Fields fields = new Fields("a hint", item, offset, problems, List.of("when", "say"));
        String say = fields.needed("say");
        Hint.Trigger trigger = new Hint.Trigger(null, null, null, List.of());
        YamlSource.Value when = fields.value("when");
        if (when == null) {
            problems.at(
                    fields.line(),
                    "a hint block needs \"when\" (" + String.join(", ", TRIGGER)
                            + "); a hint to ask for is a <details> element");
        } else {
            trigger = trigger(when);
        }
        return new Hint(fields.line(), "", ProseReader.read(say), Optional.of(trigger));
    }

    private Hint.Trigger trigger(YamlSource.Value when) {
        Fields fields = new Fields("\"when\"", when, offset, problems, TRIGGER);
        if (TRIGGER.stream().noneMatch(fields::has)) {
            problems.at(fields.line(), "\"when\" needs at least one of " + TRIGGER);
        }
        return new Hint.Trigger(
                pattern(fields, "command"),
                pattern(fields, "output"),
                fields.number("exit"),
                new CheckReader(offset, problems).checks(fields.items("state"), Retry.NONE));
    }

    private @Nullable Pattern pattern(Fields fields, String key) {
        String text = fields.text(key);
        if (text == null) {
            return null;
        }
        try {
            return Pattern.compile(text, Pattern.MULTILINE);
        } catch (PatternSyntaxException e) {
            problems.at(fields.line(key), "\"" + key + "\" is not a regular expression: " + e.getDescription());
            return null;
        }
    }

    static List<Note> notes(Fence fence, Problems problems) {
        HintReader reader = new HintReader(fence, problems);
        List<Note> notes = new ArrayList<>();
        for (YamlSource.Value item : BlockYaml.items(BlockYaml.read(fence.text(), reader.offset, problems))) {
            reader.note(item).ifPresent(notes::add);
        }
        return notes;
    }

    private Optional<Note> note(YamlSource.Value item) {
        Fields fields = new Fields("an annotation", item, offset, problems, List.of("line", "regex", "note"));
        String text = fields.needed("note");
        String line = fields.text("line");
        Pattern regex = pattern(fields, "regex");
        if (fields.has("line") == fields.has("regex")) {
            problems.at(fields.line(), "an annotation names its line by \"line\" (text in it) or by \"regex\"");
            return Optional.empty();
        }
        Pattern where = line == null ? regex : Pattern.compile(Pattern.quote(line));
        return where == null ? Optional.empty() : Optional.of(new Note(fields.line(), where, ProseReader.read(text)));
    }
}
