package lab.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How far a learner is in one step.
 *
 * @param commands how many of its commands have been matched
 * @param choice the answer given first, from 0; -1 if none
 * @param skipped gone past without being done, so that an answer comes too late
 * @param told bits of the triggered hints that were shown
 */
record StepRecord(
        boolean done, int points, int commands, int choice, int hints, boolean solution, boolean skipped, long told) {
    static final StepRecord NEW = new StepRecord(false, 0, 0, -1, 0, false, false, 0);

    StepRecord passed(int earned) {
        return new StepRecord(true, earned, commands, choice, hints, solution, skipped, told);
    }

    StepRecord matched(int count) {
        return new StepRecord(done, points, count, choice, hints, solution, skipped, told);
    }

    StepRecord answered(int number) {
        return new StepRecord(done, points, commands, number, hints, solution, skipped, told);
    }

    StepRecord hinted() {
        return new StepRecord(done, points, commands, choice, hints + 1, solution, skipped, told);
    }

    StepRecord withSolution() {
        return new StepRecord(done, points, commands, choice, hints, true, skipped, told);
    }

    StepRecord withSkip() {
        return new StepRecord(done, points, commands, choice, hints, solution, true, told);
    }

    StepRecord withTold(int hint) {
        return new StepRecord(
                done, points, commands, choice, hints, solution, skipped, told | 1L << Math.min(hint, 62));
    }

    boolean wasTold(int hint) {
        return (told & 1L << Math.min(hint, 62)) != 0;
    }

    ObjectNode save() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("done", done)
                .put("points", points)
                .put("commands", commands)
                .put("choice", choice)
                .put("hints", hints)
                .put("solution", solution)
                .put("skipped", skipped)
                .put("told", told);
    }

    static StepRecord load(JsonNode saved) {
        return new StepRecord(
                saved.path("done").asBoolean(),
                saved.path("points").asInt(),
                saved.path("commands").asInt(),
                saved.path("choice").asInt(-1),
                saved.path("hints").asInt(),
                saved.path("solution").asBoolean(),
                saved.path("skipped").asBoolean(),
                saved.path("told").asLong());
    }
}
