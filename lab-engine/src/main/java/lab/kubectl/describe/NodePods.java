package lab.kubectl.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lab.kube.Quantity;
import lab.kubectl.text.GoValue;

/** What the pods of a node ask for. */
// models k8s.io/component-helpers/resource/helpers.go PodRequests@1.34
final class NodePods {
    private NodePods() {}

    static void describe(JsonNode node, Source source, Page page) {
        List<JsonNode> pods = source.list(
                "/api/v1/pods",
                "fieldSelector",
                "spec.nodeName=" + node.path("metadata").path("name").asText()
                        + ",status.phase!=Succeeded,status.phase!=Failed");
        if (pods == null) {
            page.field("Pods", "not authorized");
            return;
        }
        JsonNode allocatable = node.path("status").path("allocatable");
        page.field("Non-terminated Pods", "(" + pods.size() + " in total)");
        page.line(1, "Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge");
        page.line(1, "---------\t----\t\t------------\t----------\t---------------\t-------------\t---");
        Map<String, Quantity> requests = new HashMap<>();
        Map<String, Quantity> limits = new HashMap<>();
        for (JsonNode pod : pods) {
            Map<String, Quantity> asked = total(pod, "requests");
            Map<String, Quantity> limited = total(pod, "limits");
            asked.forEach((name, amount) -> requests.merge(name, amount, Quantity::plus));
            limited.forEach((name, amount) -> limits.merge(name, amount, Quantity::plus));
            page.line(
                    1,
                    String.join(
                            "\t",
                            pod.path("metadata").path("namespace").asText(),
                            pod.path("metadata").path("name").asText(),
                            "",
                            share("cpu", asked, allocatable),
                            share("cpu", limited, allocatable),
                            share("memory", asked, allocatable),
                            share("memory", limited, allocatable),
                            source.age(pod.path("metadata").path("creationTimestamp"))));
        }
        page.line(0, "Allocated resources:")
                .line(1, "(Total limits may be over 100 percent, i.e., overcommitted.)")
                .line(1, "Resource\tRequests\tLimits")
                .line(1, "--------\t--------\t------");
        for (String name : List.of("cpu", "memory", "ephemeral-storage")) {
            total(name, requests, limits, allocatable, page);
        }
        GoValue.keys(allocatable).stream()
                .filter(name -> name.startsWith("hugepages-"))
                .forEach(name -> total(name, requests, limits, allocatable, page));
    }

    private static void total(
            String name,
            Map<String, Quantity> requests,
            Map<String, Quantity> limits,
            JsonNode allocatable,
            Page page) {
        page.line(1, name + "\t" + share(name, requests, allocatable) + "\t" + share(name, limits, allocatable));
    }

    private static String share(String name, Map<String, Quantity> amounts, JsonNode allocatable) {
        Quantity amount = amounts.getOrDefault(name, Quantity.ZERO);
        Quantity all = parse(allocatable.path(name).asText("0"));
        String percent = all.isZero()
                ? "0"
                : amount.amount()
                        .multiply(BigDecimal.valueOf(100))
                        .divide(all.amount(), 0, RoundingMode.DOWN)
                        .toPlainString();
        return amount + " (" + percent + "%)";
    }

    private static Quantity larger(Quantity one, Quantity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Quantity parse(String text) {
        Quantity quantity = Quantity.parse(text);
        return quantity == null ? Quantity.ZERO : quantity;
    }

    /** What a pod needs at most at one time: its containers and native sidecars, or an init container beside those. */
    private static Map<String, Quantity> total(JsonNode pod, String which) {
        Map<String, Quantity> running = new HashMap<>();
        Map<String, Quantity> sidecars = new HashMap<>();
        Map<String, Quantity> peak = new HashMap<>();
        for (JsonNode container : pod.path("spec").path("initContainers")) {
            Map<String, Quantity> own = amounts(container, which);
            if (container.path("restartPolicy").asText("").equals("Always")) {
                own.forEach((name, amount) -> sidecars.merge(name, amount, Quantity::plus));
                sidecars.forEach((name, amount) -> peak.merge(name, amount, NodePods::larger));
            } else {
                own.forEach((name, amount) ->
                        peak.merge(name, amount.plus(sidecars.getOrDefault(name, Quantity.ZERO)), NodePods::larger));
            }
        }
        for (JsonNode container : pod.path("spec").path("containers")) {
            amounts(container, which).forEach((name, amount) -> running.merge(name, amount, Quantity::plus));
        }
        sidecars.forEach((name, amount) -> running.merge(name, amount, Quantity::plus));
        peak.forEach((name, amount) -> running.merge(name, amount, NodePods::larger));
        return running;
    }

    private static Map<String, Quantity> amounts(JsonNode container, String which) {
        Map<String, Quantity> amounts = new HashMap<>();
        JsonNode resources = container.path("resources").path(which);
        GoValue.keys(resources)
                .forEach(name -> amounts.put(name, parse(resources.path(name).asText())));
        return amounts;
    }
}
