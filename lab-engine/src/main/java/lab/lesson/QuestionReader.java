package lab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.check.Expectation;
import lab.kube.YamlSource;
import lab.lesson.prose.ProseReader;
import org.jspecify.annotations.Nullable;

/** Reads the questions of {@code predict} and {@code quiz} blocks. */
final class QuestionReader {
    private final Problems problems;
    private final int offset;

    private QuestionReader(int offset, Problems problems) {
        this.offset = offset;
        this.problems = problems;
    }

    static Activity.Question read(Fence fence, Problems problems) {
        int offset = fence.line() + 1;
        YamlSource.Value value = BlockYaml.read(fence.text(), offset, problems);
        return new QuestionReader(offset, problems).question(value, fence.kind().equals("predict"));
    }

    private Activity.Question question(YamlSource.Value value, boolean prediction) {
        List<String> known = new ArrayList<>(List.of("question", "choices", "explanation"));
        if (prediction) {
            known.add("proof");
        }
        Fields fields = new Fields(prediction ? "a predict block" : "a quiz block", value, offset, problems, known);
        String question = fields.needed("question");
        String explanation = fields.needed("explanation");
        List<Choice> choices = new ArrayList<>();
        for (YamlSource.Value item : fields.items("choices")) {
            choices.add(choice(item, prediction));
        }
        if (choices.size() < 2) {
            problems.at(fields.line("choices"), "a question has at least two choices");
        }
        long right = choices.stream().filter(Choice::right).count();
        if (!choices.isEmpty() && right != 1) {
            problems.at(
                    fields.line("choices"),
                    right == 0
                            ? "no choice is right: one has \"right: true\""
                            : right + " choices are right: only one can be");
        }
        Optional<Proof> proof = prediction ? proof(fields) : Optional.empty();
        if (prediction && proof.isEmpty()) {
            problems.at(
                    fields.line(),
                    "a prediction needs a \"proof\" (a command, or a step to look at) by which verify finds the right"
                            + " answer");
        }
        if (prediction && choices.stream().noneMatch(choice -> choice.right() && choice.seen() != null)) {
            problems.at(
                    fields.line("choices"),
                    "the right choice of a prediction says under \"seen\" what the proof shows then, such as seen:"
                            + " {contains: \"1/1\"}");
        }
        return new Activity.Question(
                prediction, ProseReader.read(question), choices, ProseReader.read(explanation), proof);
    }

    private Choice choice(YamlSource.Value item, boolean prediction) {
        List<String> known = new ArrayList<>(List.of("answer", "right", "why"));
        if (prediction) {
            known.add("seen");
        }
        Fields fields = new Fields("a choice", item, offset, problems, known);
        Boolean right = fields.flag("right");
        return new Choice(
                fields.line(),
                ProseReader.read(fields.needed("answer")),
                right != null && right,
                ProseReader.read(fields.text("why", "")),
                seen(fields));
    }

    private @Nullable Expectation seen(Fields choice) {
        YamlSource.Value value = choice.value("seen");
        if (value == null) {
            return null;
        }
        List<String> known = new ArrayList<>(CheckReader.matchers());
        known.add("exit");
        Fields fields = new Fields("\"seen\"", value, offset, problems, known);
        Integer exit = fields.number("exit");
        List<Expectation> all = new CheckReader(offset, problems).expectations(fields, exit);
        if (all.size() > 1 || (all.isEmpty() && exit == null)) {
            problems.at(fields.line(), "\"seen\" has exactly one matcher, such as contains, or an exit code");
            return null;
        }
        return all.isEmpty() ? new Expectation(lab.check.Matcher.ELIDED, null, exit) : all.get(0);
    }

    private Optional<Proof> proof(Fields question) {
        YamlSource.Value value = question.value("proof");
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof YamlSource.Scalar command) {
            return Optional.of(new Proof(value.line() + offset, command.text(), null));
        }
        Fields fields = new Fields("a proof", value, offset, problems, List.of("run", "after"));
        if (!fields.has("run") && !fields.has("after")) {
            problems.at(fields.line(), "a proof has \"run\" (a command), \"after\" (a step's id), or both");
        }
        return Optional.of(new Proof(fields.line(), fields.text("run"), fields.text("after")));
    }
}
