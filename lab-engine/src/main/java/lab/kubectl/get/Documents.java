package lab.kubectl.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lab.kubectl.Call;
import lab.kubectl.Found;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.jsonpath.JsonPathProblem;
import lab.kubectl.jsonpath.ObjectSorter;
import lab.kubectl.print.ObjectPrinter;

/** {@code get -o json|yaml|name|…}: one object as it is, or all in a {@code List}. */
final class Documents {
    private final Call call;

    Documents(Call call) {
        this.call = call;
    }

    int run() {
        ObjectPrinter printer = ObjectPrinter.forGet(call);
        Found found = GetCommand.finder(call).flattened().find();
        List<KubectlFailure> failures = GetCommand.told(call, found.failures());
        if (found.single() && !failures.isEmpty()) {
            throw KubectlFailure.all(failures);
        }
        if (!(found.infos().isEmpty() && call.flags().bool("ignore-not-found"))) {
            printer.print(
                    found.single() && found.infos().size() == 1
                            ? found.infos().get(0).object()
                            : list(sorted(found.infos())),
                    call.out());
        }
        if (!failures.isEmpty()) {
            throw KubectlFailure.all(failures);
        }
        return 0;
    }

    private static ObjectNode list(List<JsonNode> objects) {
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("apiVersion", "v1");
        ArrayNode items = list.putArray("items");
        objects.forEach(items::add);
        list.put("kind", "List").putObject("metadata").put("resourceVersion", "");
        return list;
    }

    private List<JsonNode> sorted(List<Info> infos) {
        List<JsonNode> objects = infos.stream().map(Info::object).toList();
        String expression = call.flags().text("sort-by");
        if (expression.isEmpty()) {
            return objects;
        }
        try {
            return ObjectSorter.parse(expression).order(objects).stream()
                    .map(objects::get)
                    .toList();
        } catch (JsonPathProblem problem) {
            throw new KubectlFailure(problem.text());
        }
    }
}
