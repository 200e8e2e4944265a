package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.LabelSelector;
import lab.sandbox.api.ApiServer;
import lab.sandbox.api.Change;
import org.jspecify.annotations.Nullable;

/** Which pods stand behind a service, and at which ports. */
// models staging/src/k8s.io/endpointslice/util/controller_utils.go@1.34
final class ServicePods {
    private ServicePods() {}

    /** Queues each service that a change may concern. */
    static void subscribe(Objects objects, WorkQueue queue) {
        objects.subscribe(Kind.SERVICE, change -> queue.add(ApiServer.key(change.object())));
        objects.subscribe(Kind.POD, change -> podChanged(objects, queue, change));
    }

    private static void podChanged(Objects objects, WorkQueue queue, Change change) {
        JsonNode pod = change.object();
        JsonNode before = change.before();
        if (before != null && change.type() == Change.Type.MODIFIED && sameToServices(before, pod)) {
            return;
        }
        for (JsonNode service : objects.list(Kind.SERVICE, Meta.namespace(pod))) {
            if (selects(service, pod) || selects(service, before)) {
                queue.add(ApiServer.key(service));
            }
        }
    }

    private static boolean sameToServices(JsonNode before, JsonNode pod) {
        return Pods.ip(before).equals(Pods.ip(pod))
                && Pods.isReady(before) == Pods.isReady(pod)
                && Pods.hasEnded(before) == Pods.hasEnded(pod)
                && Meta.isDeleted(before) == Meta.isDeleted(pod)
                && Meta.labels(before).equals(Meta.labels(pod));
    }

    static JsonNode selector(JsonNode service) {
        return service.path("spec").path("selector");
    }

    private static boolean selects(JsonNode service, @Nullable JsonNode pod) {
        return pod != null
                && !selector(service).isEmpty()
                && LabelSelector.ofMap(selector(service)).matches(Meta.labels(pod));
    }

    static boolean isHeadless(JsonNode service) {
        return service.path("spec").path("clusterIP").asText().equals("None");
    }

    /** The pods with an address that have not ended. */
    static List<JsonNode> of(Objects objects, JsonNode service) {
        List<JsonNode> pods = new ArrayList<>();
        for (JsonNode pod : objects.list(Kind.POD, Meta.namespace(service))) {
            if (selects(service, pod) && !Pods.ip(pod).isEmpty() && !Pods.hasEnded(pod)) {
                pods.add(pod);
            }
        }
        return pods;
    }

    /** The service's ports as this pod has them; a named port that it does not have is left out. */
    static ArrayNode ports(JsonNode service, JsonNode pod) {
        ArrayNode ports = JsonNodeFactory.instance.arrayNode();
        for (JsonNode port : service.path("spec").path("ports")) {
            String protocol = port.path("protocol").asText("TCP");
            int number = number(port, pod, protocol);
            if (number == 0) {
                continue;
            }
            ObjectNode made = ports.addObject();
            made.put("name", port.path("name").asText());
            made.put("port", number);
            made.put("protocol", protocol);
            if (port.has("appProtocol")) {
                made.set("appProtocol", port.path("appProtocol"));
            }
        }
        return ports;
    }

    private static int number(JsonNode port, JsonNode pod, String protocol) {
        JsonNode target = port.path("targetPort");
        if (target.isNumber()) {
            return target.asInt();
        }
        if (target.isMissingNode()) {
            return port.path("port").asInt();
        }
        for (JsonNode container : Containers.all(pod)) {
            if (Containers.isInit(pod, container) && !PodResources.isSidecar(container)) {
                continue;
            }
            for (JsonNode declared : container.path("ports")) {
                if (declared.path("name").asText().equals(target.asText())
                        && declared.path("protocol").asText("TCP").equals(protocol)) {
                    return declared.path("containerPort").asInt();
                }
            }
        }
        return 0;
    }

    static ObjectNode reference(JsonNode pod) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", "Pod")
                .put("namespace", Meta.namespace(pod))
                .put("name", Meta.name(pod))
                .put("uid", Meta.uid(pod));
    }

    /** When the youngest of the changes behind the endpoints happened. */
    static String lastChange(JsonNode service, List<JsonNode> pods) {
        String latest = service.path("metadata").path("creationTimestamp").asText();
        for (JsonNode pod : pods) {
            JsonNode ready = Conditions.find(pod, "Ready");
            String time = ready == null ? "" : ready.path("lastTransitionTime").asText();
            latest = time.compareTo(latest) > 0 ? time : latest;
        }
        return latest;
    }
}
