package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.sandbox.state.SandboxState;

/** Keeps a service's Endpoints, the older form of its slices. */
// models pkg/controller/endpoint/endpoints_controller.go@1.34
final class EndpointsController {
    private static final String TRIGGER = "endpoints.kubernetes.io/last-change-trigger-time";

    private final Objects objects;

    EndpointsController(SandboxState state, Objects objects) {
        this.objects = objects;
        WorkQueue queue = new WorkQueue(state, "endpoint", Timings.ENDPOINTS_REACTION, this::reconcile);
        ServicePods.subscribe(objects, queue);
    }

    private boolean reconcile(String key) {
        ObjectNode service = objects.find(Kind.SERVICE, key);
        ObjectNode present = objects.find(Kind.ENDPOINTS, key);
        if (service == null) {
            return present == null || objects.delete(Kind.ENDPOINTS, present).ok();
        }
        if (ServicePods.selector(service).isEmpty()) {
            return true;
        }
        List<JsonNode> pods = ServicePods.of(objects, service).stream()
                .filter(pod -> !Meta.isDeleted(pod))
                .toList();
        ArrayNode subsets = subsets(service, pods);
        ObjectNode labels = labels(service);
        if (present == null) {
            ObjectNode made = JsonNodeFactory.instance.objectNode();
            made.putObject("metadata").put("name", Meta.name(service)).put("namespace", Meta.namespace(service));
            fill(made, service, pods, labels, subsets);
            return objects.create(Kind.ENDPOINTS, Meta.namespace(service), made).ok();
        }
        boolean same = present.path("subsets").equals(subsets)
                || (subsets.isEmpty() && present.path("subsets").isEmpty());
        if (same && Meta.labels(present).equals(labels)) {
            return true;
        }
        return objects.modify(
                Kind.ENDPOINTS,
                Meta.namespace(service),
                Meta.name(service),
                copy -> fill(copy, service, pods, labels, subsets));
    }

    private static void fill(
            ObjectNode endpoints, JsonNode service, List<JsonNode> pods, ObjectNode labels, ArrayNode subsets) {
        endpoints.withObject("/metadata").set("labels", labels);
        Meta.child(endpoints, "annotations").put(TRIGGER, ServicePods.lastChange(service, pods));
        if (subsets.isEmpty()) {
            endpoints.remove("subsets");
        } else {
            endpoints.set("subsets", subsets);
        }
    }

    private static ObjectNode labels(JsonNode service) {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        Meta.labels(service).properties().forEach(label -> labels.set(label.getKey(), label.getValue()));
        labels.put("endpoints.kubernetes.io/managed-by", "endpoint-controller");
        if (ServicePods.isHeadless(service)) {
            labels.put("service.kubernetes.io/headless", "");
        }
        return labels;
    }

    private static ArrayNode subsets(JsonNode service, List<JsonNode> pods) {
        boolean all = service.path("spec").path("publishNotReadyAddresses").asBoolean();
        Map<ArrayNode, ObjectNode> byPorts = new LinkedHashMap<>();
        for (JsonNode pod : pods) {
            ArrayNode ports = ServicePods.ports(service, pod);
            ObjectNode subset = byPorts.computeIfAbsent(ports, made -> made.objectNode());
            String list = all || Pods.isReady(pod) ? "addresses" : "notReadyAddresses";
            ObjectNode address = subset.withArray("/" + list).addObject();
            address.put("ip", Pods.ip(pod)).put("nodeName", Pods.node(pod));
            address.set("targetRef", ServicePods.reference(pod));
        }
        ArrayNode subsets = JsonNodeFactory.instance.arrayNode();
        byPorts.forEach((ports, subset) -> {
            for (JsonNode port : ports) {
                if (port.path("name").asText().isEmpty()) {
                    ((ObjectNode) port).remove("name");
                }
            }
            subset.set("ports", ports);
            subsets.add(subset);
        });
        return subsets;
    }
}
