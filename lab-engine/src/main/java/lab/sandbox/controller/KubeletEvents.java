package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;

/** The kubelet's events about pods and their containers. */
final class KubeletEvents {
    private final EventRecorder events;

    KubeletEvents(EventRecorder events) {
        this.events = events;
    }

    void normal(JsonNode pod, JsonNode container, String reason, String message) {
        record(pod, Containers.fieldPath(pod, container), "Normal", reason, message);
    }

    void warning(JsonNode pod, JsonNode container, String reason, String message) {
        record(pod, Containers.fieldPath(pod, container), "Warning", reason, message);
    }

    void warning(JsonNode pod, String reason, String message) {
        record(pod, "", "Warning", reason, message);
    }

    private void record(JsonNode pod, String fieldPath, String type, String reason, String message) {
        EventRecorder.Source source = new EventRecorder.Source("kubelet", Pods.node(pod));
        events.record(source, Kind.POD, pod, fieldPath, type, reason, message);
    }
}
