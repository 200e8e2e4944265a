package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import lab.kube.Quantity;
import org.jspecify.annotations.Nullable;

/** A pod's quality of service class. Models pkg/apis/core/helper/qos/qos.go@1.34. */
final class Qos {
    private Qos() {}

    static String of(JsonNode pod) {
        boolean any = false;
        boolean guaranteed = true;
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode container : pod.path("spec").path(list)) {
                JsonNode resources = container.path("resources");
                for (String resource : List.of("cpu", "memory")) {
                    Quantity limit = amount(resources.path("limits").path(resource));
                    Quantity request = amount(resources.path("requests").path(resource));
                    any |= limit != null || request != null;
                    guaranteed &= limit != null && (request == null || request.compareTo(limit) == 0);
                }
            }
        }
        if (!any) {
            return "BestEffort";
        }
        return guaranteed ? "Guaranteed" : "Burstable";
    }

    private static @Nullable Quantity amount(JsonNode node) {
        Quantity quantity = node.isValueNode() ? Quantity.parse(node.asText()) : null;
        return quantity == null || quantity.isZero() ? null : quantity;
    }
}
