package lab.kube.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A function that templates can call; a value that is absent comes as a missing node. */
@FunctionalInterface
public interface TemplateFunction {
    /** @throws TemplateProblem with the reason alone; the interpreter says where */
    JsonNode call(List<JsonNode> arguments);
}
