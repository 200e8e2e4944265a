package lab.kube;

/** Text that is not YAML. The message is the one of Go's sigs.k8s.io/yaml. */
public final class YamlProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String problem;
    private final int line;

    YamlProblem(String problem, int line) {
        super("error converting YAML to JSON: " + problem, null, false, false);
        this.problem = problem;
        this.line = line;
    }

    /** The parser's own words, such as {@code yaml: line 3: mapping values are not allowed in this context}. */
    public String problem() {
        return problem;
    }

    /** The line of the whole text where it went wrong, from 1. */
    public int line() {
        return line;
    }
}
