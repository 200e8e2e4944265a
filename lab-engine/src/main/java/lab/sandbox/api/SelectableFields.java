package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import lab.kube.SelectorProblem;
import lab.kube.Tree;

/** The fields that a field selector may name. Models the conversions in pkg/apis/…/v1/conversion.go@1.34. */
final class SelectableFields {
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "pods",
                    Set.of(
                            "spec.nodeName",
                            "spec.restartPolicy",
                            "spec.schedulerName",
                            "spec.serviceAccountName",
                            "spec.hostNetwork",
                            "status.phase",
                            "status.podIP",
                            "status.podIPs",
                            "status.nominatedNodeName"),
            "events",
                    Set.of(
                            "involvedObject.kind",
                            "involvedObject.namespace",
                            "involvedObject.name",
                            "involvedObject.uid",
                            "involvedObject.apiVersion",
                            "involvedObject.resourceVersion",
                            "involvedObject.fieldPath",
                            "reason",
                            "reportingComponent",
                            "source",
                            "type"),
            "nodes", Set.of("spec.unschedulable"),
            "namespaces", Set.of("status.phase"),
            "secrets", Set.of("type"),
            "services", Set.of("spec.clusterIP", "spec.type"),
            "replicationcontrollers", Set.of("status.replicas"),
            "statefulsets.apps", Set.of("status.successful"),
            "jobs.batch", Set.of("status.successful"));

    private SelectableFields() {}

    static void check(Resource resource, String field) throws SelectorProblem {
        if (field.equals("metadata.name") || field.equals("metadata.namespace")) {
            return;
        }
        Set<String> known = FIELDS.get(resource.key());
        if (known != null && known.contains(field)) {
            return;
        }
        if (resource.key().equals("jobs.batch")) {
            throw new SelectorProblem("field label \"" + field + "\" not supported for batchv1.Job");
        }
        if (resource.key().equals("statefulsets.apps")) {
            throw new SelectorProblem("field label not supported for appsv1.StatefulSet: " + field);
        }
        if (known != null || resource.custom()) {
            throw new SelectorProblem("field label not supported: " + field);
        }
        throw new SelectorProblem(
                "\"" + field + "\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
    }

    static String value(Resource resource, JsonNode object, String field) {
        if (resource.key().equals("events") && field.equals("source")) {
            String component = Tree.text(object, "source.component");
            return component.isEmpty() ? Tree.text(object, "reportingComponent") : component;
        }
        String value = Tree.text(object, field);
        if (value.isEmpty() && (field.equals("spec.hostNetwork") || field.equals("spec.unschedulable"))) {
            return "false";
        }
        return value;
    }
}
