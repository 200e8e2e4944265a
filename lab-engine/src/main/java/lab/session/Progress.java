package lab.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.lesson.Activity;
import lab.lesson.Course;
import lab.lesson.Lesson;
import lab.lesson.Step;

/**
 * Where a learner is and what they have done. It changes only by {@link #apply} of a journal's entries, so that the
 * journal alone can bring it back. What it knows of lessons and steps that the course no longer has it keeps.
 */
public final class Progress {
    private final Map<String, StepRecord> steps = new LinkedHashMap<>();
    private final Map<String, String> captures = new LinkedHashMap<>();
    private final Set<String> entered = new LinkedHashSet<>();
    private String lesson = "";
    private String step = "";
    private long last;

    /** The number of the last entry that was applied. */
    long last() {
        return last;
    }

    /** Id of the current lesson, empty at the very beginning. */
    public String lessonId() {
        return lesson;
    }

    public String stepId() {
        return step;
    }

    Map<String, String> captures() {
        return captures;
    }

    boolean entered(Lesson lesson) {
        return names(lesson).stream().anyMatch(entered::contains);
    }

    StepRecord of(Lesson lesson, Step step) {
        List<String> stepNames = new ArrayList<>(List.of(step.id()));
        stepNames.addAll(step.aliases());
        for (String lessonName : names(lesson)) {
            for (String stepName : stepNames) {
                StepRecord found = steps.get(lessonName + "/" + stepName);
                if (found != null) {
                    return found;
                }
            }
        }
        return StepRecord.NEW;
    }

    private static List<String> names(Lesson lesson) {
        List<String> names = new ArrayList<>(List.of(lesson.id()));
        names.addAll(lesson.aliases());
        return names;
    }

    public Score score(Lesson lesson) {
        Score score = Score.ZERO;
        for (Step each : lesson.steps()) {
            StepRecord record = of(lesson, each);
            int questions = each.activity() instanceof Activity.Question ? 1 : 0;
            int predicted = questions == 1 && record.done() && record.points() > 0 ? 1 : 0;
            score = score.plus(
                    new Score(record.points(), each.points(), record.done() ? 1 : 0, 1, predicted, questions));
        }
        return score;
    }

    public Score score(Course course) {
        return course.lessons().stream().map(this::score).reduce(Score.ZERO, Score::plus);
    }

    /** Applies one entry; entries of kinds that this version does not know change nothing. */
    void apply(JsonNode entry) {
        last = entry.path("n").asLong();
        String id = entry.path("lesson").asText();
        String key = id + "/" + entry.path("step").asText();
        StepRecord record = steps.getOrDefault(key, StepRecord.NEW);
        switch (entry.path("t").asText()) {
            case "at" -> {
                lesson = id;
                step = entry.path("step").asText();
            }
            case "enter" -> entered.add(id);
            case "captured" ->
                captures.put(entry.path("name").asText(), entry.path("value").asText());
            case "matched" ->
                steps.put(key, record.matched(entry.path("commands").asInt()));
            case "answer" -> steps.put(key, record.answered(entry.path("choice").asInt()));
            case "hint" -> steps.put(key, record.hinted());
            case "told" -> steps.put(key, record.withTold(entry.path("hint").asInt()));
            case "solution" -> steps.put(key, record.withSolution());
            case "skip" -> steps.put(key, record.withSkip());
            case "done" -> steps.put(key, record.passed(entry.path("points").asInt()));
            case "reset" -> reset(id);
            default -> {}
        }
    }

    private void reset(String id) {
        if (id.isEmpty()) {
            steps.clear();
            entered.clear();
            captures.clear();
            lesson = "";
            step = "";
        } else {
            steps.keySet().removeIf(key -> key.startsWith(id + "/"));
            entered.remove(id);
        }
    }

    JsonNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        saved.put("last", last).put("lesson", lesson).put("step", step);
        ObjectNode captured = saved.putObject("captures");
        captures.forEach(captured::put);
        entered.forEach(saved.putArray("entered")::add);
        ObjectNode records = saved.putObject("steps");
        steps.forEach((key, record) -> records.set(key, record.save()));
        return saved;
    }

    static Progress load(JsonNode saved) {
        Progress progress = new Progress();
        progress.last = saved.path("last").asLong();
        progress.lesson = saved.path("lesson").asText();
        progress.step = saved.path("step").asText();
        saved.path("captures")
                .properties()
                .forEach(member ->
                        progress.captures.put(member.getKey(), member.getValue().asText()));
        saved.path("entered").forEach(id -> progress.entered.add(id.asText()));
        saved.path("steps")
                .properties()
                .forEach(member -> progress.steps.put(member.getKey(), StepRecord.load(member.getValue())));
        return progress;
    }
}
