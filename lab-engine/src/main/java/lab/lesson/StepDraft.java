package lab.lesson;

import java.util.ArrayList;
import java.util.List;
import lab.lesson.prose.Prose;

/** A step while its blocks are being read. */
final class StepDraft {
    final Fence fence;
    final List<Prose> text;
    final List<Check> checks = new ArrayList<>();
    final List<Note> notes = new ArrayList<>();
    final List<Hint> hints = new ArrayList<>();
    final List<Command> solution = new ArrayList<>();

    StepDraft(Fence fence, List<Prose> text) {
        this.fence = fence;
        this.text = List.copyOf(text);
    }

    Step finish(Problems problems) {
        String id = fence.attributes().getOrDefault("id", "");
        if (id.isEmpty()) {
            problems.at(fence.line(), "a " + fence.kind() + " block needs an id: ```" + fence.kind() + " {id=…}");
        } else if (!Ids.valid(id)) {
            problems.at(fence.line(), Ids.wrong(id));
        }
        String aliases = fence.attributes().getOrDefault("aliases", "");
        Activity activity = activity(problems);
        return new Step(
                id,
                aliases.isEmpty() ? List.of() : List.of(aliases.split(",")),
                fence.line(),
                fence.number("points", usualPoints(), problems),
                text,
                activity,
                checks,
                notes,
                hints);
    }

    private int usualPoints() {
        return switch (fence.kind()) {
            case "task" -> 10;
            case "predict", "quiz" -> 3;
            default -> 1;
        };
    }

    private Activity activity(Problems problems) {
        boolean question = fence.kind().equals("predict") || fence.kind().equals("quiz");
        if (question && !(checks.isEmpty() && notes.isEmpty() && hints.isEmpty())) {
            problems.at(fence.line(), "a " + fence.kind() + " block has no checks, annotations or hints of its own");
        }
        if (!fence.kind().equals("task") && !solution.isEmpty()) {
            problems.at(solution.get(0).line(), "only a task has a solution");
        }
        return switch (fence.kind()) {
            case "predict", "quiz" -> QuestionReader.read(fence, problems);
            case "console" -> new Activity.Console(ConsoleReader.read(fence, problems), fence.retry(problems));
            case "task" -> task(problems);
            default -> new Activity.State();
        };
    }

    private Activity.Task task(Problems problems) {
        if (fence.text().isBlank()) {
            problems.at(fence.line(), "the task block is empty: it says the goal");
        }
        if (checks.isEmpty()) {
            problems.at(fence.line(), "a task needs a check block after it, by which its goal is judged");
        }
        if (solution.isEmpty()) {
            problems.at(
                    fence.line(),
                    "a task needs a solution: a <details> element with a ```solution block, after its check block");
        }
        int cost = fence.number("hint-cost", Math.max(1, fence.number("points", 10, problems) / 5), problems);
        return new Activity.Task(lab.lesson.prose.ProseReader.read(fence.text()), solution, cost);
    }
}
