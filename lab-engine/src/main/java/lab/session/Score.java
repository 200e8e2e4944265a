package lab.session;

/**
 * What a learner has reached in a lesson or in the course.
 *
 * @param possible points of all steps
 * @param predicted questions answered right at the first try
 * @param questions all questions
 */
public record Score(int points, int possible, int stepsDone, int steps, int predicted, int questions) {
    public static final Score ZERO = new Score(0, 0, 0, 0, 0, 0);

    public Score plus(Score other) {
        return new Score(
                points + other.points,
                possible + other.possible,
                stepsDone + other.stepsDone,
                steps + other.steps,
                predicted + other.predicted,
                questions + other.questions);
    }

    public boolean complete() {
        return stepsDone == steps;
    }
}
