package lab.session;

/** The directory that the lab keeps its state in cannot be used; the message is a sentence for the learner. */
public final class HomeProblem extends Exception {
    private static final long serialVersionUID = 1;

    HomeProblem(String sentence) {
        super(sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
