package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.sandbox.state.SandboxState;

/** Keeps a service's EndpointSlices. */
// models staging/src/k8s.io/endpointslice reconciler.go@1.34
final class EndpointSliceController {
    private static final String MANAGED_BY = "endpointslice-controller.k8s.io";
    static final String SERVICE_LABEL = "kubernetes.io/service-name";

    private final Objects objects;
    private final WorkQueue queue;

    EndpointSliceController(SandboxState state, Objects objects) {
        this.objects = objects;
        this.queue = new WorkQueue(state, "endpointslice", Timings.ENDPOINTS_REACTION, this::reconcile);
        ServicePods.subscribe(objects, queue);
    }

    private boolean reconcile(String key) {
        ObjectNode service = objects.find(Kind.SERVICE, key);
        if (service == null || ServicePods.selector(service).isEmpty() || Meta.isDeleted(service)) {
            return true;
        }
        Map<ArrayNode, ArrayNode> wanted = new LinkedHashMap<>();
        List<JsonNode> pods = ServicePods.of(objects, service);
        for (JsonNode pod : pods) {
            wanted.computeIfAbsent(ServicePods.ports(service, pod), ports -> ports.arrayNode())
                    .add(endpoint(service, pod));
        }
        if (wanted.isEmpty()) {
            wanted.put(JsonNodeFactory.instance.arrayNode(), JsonNodeFactory.instance.arrayNode());
        }
        List<JsonNode> present = new ArrayList<>();
        for (JsonNode slice : objects.list(Kind.ENDPOINT_SLICE, Meta.namespace(service))) {
            if (Meta.labels(slice).path(SERVICE_LABEL).asText().equals(Meta.name(service))
                    && Meta.labels(slice)
                            .path("endpointslice.kubernetes.io/managed-by")
                            .asText()
                            .equals(MANAGED_BY)) {
                present.add(slice);
            }
        }
        boolean done = true;
        for (Map.Entry<ArrayNode, ArrayNode> group : wanted.entrySet()) {
            JsonNode slice = take(present, group.getKey());
            done &= write(service, slice, group.getKey(), group.getValue(), pods);
        }
        present.forEach(left -> objects.delete(Kind.ENDPOINT_SLICE, left));
        return done;
    }

    /** The slice that has these ports already, else any. */
    private static JsonNode take(List<JsonNode> present, ArrayNode ports) {
        for (int i = 0; i < present.size(); i++) {
            if (present.get(i).path("ports").equals(ports)) {
                return present.remove(i);
            }
        }
        return present.isEmpty() ? JsonNodeFactory.instance.missingNode() : present.remove(0);
    }

    private boolean write(JsonNode service, JsonNode slice, ArrayNode ports, ArrayNode endpoints, List<JsonNode> pods) {
        if (slice.isMissingNode()) {
            ObjectNode made = JsonNodeFactory.instance.objectNode();
            ObjectNode metadata = made.putObject("metadata");
            metadata.put("generateName", Meta.name(service) + "-").put("namespace", Meta.namespace(service));
            metadata.putArray("ownerReferences").add(Meta.controllerReference(Kind.SERVICE, service));
            made.put("addressType", "IPv4");
            fill(service, made, ports, endpoints, pods);
            return objects.create(Kind.ENDPOINT_SLICE, Meta.namespace(service), made)
                    .ok();
        }
        if (slice.path("endpoints").equals(endpoints)
                && slice.path("ports").equals(ports)
                && Meta.labels(slice).equals(labels(service))) {
            return true;
        }
        return objects.modify(
                Kind.ENDPOINT_SLICE,
                Meta.namespace(slice),
                Meta.name(slice),
                copy -> fill(service, copy, ports, endpoints, pods));
    }

    private static void fill(
            JsonNode service, ObjectNode slice, ArrayNode ports, ArrayNode endpoints, List<JsonNode> pods) {
        slice.withObject("/metadata").set("labels", labels(service));
        String trigger = ServicePods.lastChange(service, pods);
        Meta.child(slice, "annotations").put("endpoints.kubernetes.io/last-change-trigger-time", trigger);
        slice.set("endpoints", endpoints);
        slice.set("ports", ports);
    }

    private static ObjectNode labels(JsonNode service) {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        Meta.labels(service).properties().forEach(label -> labels.set(label.getKey(), label.getValue()));
        labels.put("endpointslice.kubernetes.io/managed-by", MANAGED_BY);
        labels.put(SERVICE_LABEL, Meta.name(service));
        if (ServicePods.isHeadless(service)) {
            labels.put("service.kubernetes.io/headless", "");
        }
        return labels;
    }

    private static ObjectNode endpoint(JsonNode service, JsonNode pod) {
        boolean all = service.path("spec").path("publishNotReadyAddresses").asBoolean();
        ObjectNode endpoint = JsonNodeFactory.instance.objectNode();
        endpoint.putArray("addresses").add(Pods.ip(pod));
        endpoint.putObject("conditions")
                .put("ready", all || (Pods.isReady(pod) && !Meta.isDeleted(pod)))
                .put("serving", Pods.isReady(pod))
                .put("terminating", Meta.isDeleted(pod));
        endpoint.put("nodeName", Pods.node(pod));
        endpoint.set("targetRef", ServicePods.reference(pod));
        return endpoint;
    }
}
