package lab.kube.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parsed template: what stands between the delimiters and around them. */
sealed interface Node {
    record Text(String text) implements Node {}

    /** {@code {{pipeline}}}; prints unless it assigns. */
    record Action(Pipeline pipeline) implements Node {}

    record If(Pipeline condition, List<Node> then, List<Node> otherwise) implements Node {}

    record With(Pipeline value, List<Node> then, List<Node> otherwise) implements Node {}

    record Range(Pipeline value, List<Node> body, List<Node> otherwise) implements Node {}

    record Call(String template, @Nullable Pipeline argument, String place) implements Node {}

    /**
     * Commands joined by bars.
     *
     * @param variables names that the value is given to; two in a range (key, element)
     * @param declares {@code :=} rather than {@code =}
     */
    record Pipeline(List<String> variables, boolean declares, List<Command> commands, String place) {}

    record Command(List<Term> words) {}

    sealed interface Term {}

    record Literal(JsonNode value) implements Term {}

    record Field(List<String> path) implements Term {}

    record Variable(String name, List<String> path) implements Term {}

    record Function(String name) implements Term {}

    record Parenthesis(Pipeline pipeline, List<String> path) implements Term {}
}
