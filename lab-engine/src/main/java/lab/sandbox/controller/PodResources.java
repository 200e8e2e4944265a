package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import lab.kube.Quantity;

/** What a pod asks of a node, and the quality of service that follows. */
// models component-helpers resource.PodRequests and pkg/apis/core/v1/helper/qos@1.34
final class PodResources {
    private PodResources() {}

    /** Thousandths of the resource's unit: millicores, thousandths of bytes. */
    static long amount(JsonNode quantity) {
        Quantity parsed = Quantity.parse(quantity.asText("0"));
        return parsed == null ? 0 : parsed.amount().movePointRight(3).longValue();
    }

    /** Containers together; init containers one at a time, on top of the sidecars that already run. */
    static long requested(JsonNode pod, String resource) {
        long sum = 0;
        for (JsonNode container : pod.path("spec").path("containers")) {
            sum += request(container, resource);
        }
        long sidecars = 0;
        long highest = 0;
        for (JsonNode container : pod.path("spec").path("initContainers")) {
            long own = request(container, resource);
            if (isSidecar(container)) {
                sidecars += own;
                sum += own;
                own = sidecars;
            } else {
                own += sidecars;
            }
            highest = Math.max(highest, own);
        }
        return Math.max(sum, highest);
    }

    private static long request(JsonNode container, String resource) {
        return amount(container.path("resources").path("requests").path(resource));
    }

    static boolean isSidecar(JsonNode container) {
        return container.path("restartPolicy").asText().equals("Always");
    }

    static String qosClass(JsonNode pod) {
        boolean any = false;
        boolean guaranteed = true;
        for (String list : new String[] {"containers", "initContainers"}) {
            for (JsonNode container : pod.path("spec").path(list)) {
                JsonNode limits = container.path("resources").path("limits");
                JsonNode requests = container.path("resources").path("requests");
                for (String resource : new String[] {"cpu", "memory"}) {
                    long limit = amount(limits.path(resource));
                    long request = amount(requests.path(resource));
                    any |= limit > 0 || request > 0;
                    guaranteed &= limit > 0 && (request == limit || !requests.has(resource));
                }
            }
        }
        return !any ? "BestEffort" : guaranteed ? "Guaranteed" : "Burstable";
    }
}
