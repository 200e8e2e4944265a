package lab.sandbox.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import lab.kube.HumanDuration;
import lab.kube.Tree;

/** The cells of the kinds that make pods. */
final class WorkloadRows {
    private WorkloadRows() {}

    private static String containers(JsonNode workload, String field) {
        return String.join(",", Ages.field(Tree.at(workload, "spec.template.spec.containers"), field));
    }

    private static int number(JsonNode workload, String path) {
        return Tree.at(workload, path).asInt();
    }

    static List<Object> deployment(JsonNode deployment, Instant now) {
        return List.of(
                Tree.text(deployment, "metadata.name"),
                number(deployment, "status.readyReplicas") + "/" + number(deployment, "spec.replicas"),
                number(deployment, "status.updatedReplicas"),
                number(deployment, "status.availableReplicas"),
                Ages.age(deployment, now),
                containers(deployment, "name"),
                containers(deployment, "image"),
                Ages.selector(Tree.at(deployment, "spec.selector")));
    }

    static List<Object> replicaSet(JsonNode set, Instant now) {
        return List.of(
                Tree.text(set, "metadata.name"),
                number(set, "spec.replicas"),
                number(set, "status.replicas"),
                number(set, "status.readyReplicas"),
                Ages.age(set, now),
                containers(set, "name"),
                containers(set, "image"),
                Ages.selector(Tree.at(set, "spec.selector")));
    }

    static List<Object> statefulSet(JsonNode set, Instant now) {
        return List.of(
                Tree.text(set, "metadata.name"),
                number(set, "status.readyReplicas") + "/" + number(set, "spec.replicas"),
                Ages.age(set, now),
                containers(set, "name"),
                containers(set, "image"));
    }

    static List<Object> daemonSet(JsonNode set, Instant now) {
        JsonNode nodes = Tree.at(set, "spec.template.spec.nodeSelector");
        return List.of(
                Tree.text(set, "metadata.name"),
                number(set, "status.desiredNumberScheduled"),
                number(set, "status.currentNumberScheduled"),
                number(set, "status.numberReady"),
                number(set, "status.updatedNumberScheduled"),
                number(set, "status.numberAvailable"),
                Ages.orNone(lab.kube.LabelSelector.ofMap(nodes).toString()),
                Ages.age(set, now),
                containers(set, "name"),
                containers(set, "image"),
                Ages.selector(Tree.at(set, "spec.selector")));
    }

    static List<Object> job(JsonNode job, Instant now) {
        String state = "Running";
        for (JsonNode condition : Tree.at(job, "status.conditions")) {
            String type = condition.path("type").asText();
            if (condition.path("status").asText().equals("True")
                    && List.of("Complete", "Failed", "Suspended").contains(type)) {
                state = type;
            }
        }
        if (job.path("metadata").has("deletionTimestamp")) {
            state = "Terminating";
        }
        int done = number(job, "status.succeeded");
        String completions = Tree.at(job, "spec.completions").isNumber()
                ? done + "/" + number(job, "spec.completions")
                : done + "/1";
        return List.of(
                Tree.text(job, "metadata.name"),
                state,
                completions,
                duration(job, now),
                Ages.age(job, now),
                containers(job, "name"),
                containers(job, "image"),
                Ages.selector(Tree.at(job, "spec.selector")));
    }

    private static String duration(JsonNode job, Instant now) {
        String start = Tree.text(job, "status.startTime");
        if (start.isEmpty()) {
            return "";
        }
        String end = Tree.text(job, "status.completionTime");
        return HumanDuration.since(
                start, end.isEmpty() ? now : OffsetDateTime.parse(end).toInstant());
    }

    static List<Object> cronJob(JsonNode job, Instant now) {
        String last = Tree.text(job, "status.lastScheduleTime");
        JsonNode template = Tree.at(job, "spec.jobTemplate");
        return List.of(
                Tree.text(job, "metadata.name"),
                Tree.text(job, "spec.schedule"),
                Ages.orNone(Tree.text(job, "spec.timeZone")),
                Tree.at(job, "spec.suspend").asBoolean() ? "True" : "False",
                Tree.at(job, "status.active").size(),
                last.isEmpty() ? "<none>" : HumanDuration.since(last, now),
                Ages.age(job, now),
                containers(template, "name"),
                containers(template, "image"),
                Ages.selector(Tree.at(template, "spec.selector")));
    }
}
