package lab.sandbox.api.defaults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import lab.kube.Tree;

/** Defaults of the kinds that make pods. Models pkg/apis/apps/v1/defaults.go and pkg/apis/batch/v1/defaults.go@1.34. */
final class WorkloadDefaults {
    private WorkloadDefaults() {}

    private static ObjectNode spec(ObjectNode workload) {
        ObjectNode spec = Tree.child(workload, "spec");
        PodDefaults.template(Tree.make(spec, "template.spec"));
        return spec;
    }

    static void deployment(ObjectNode deployment) {
        ObjectNode spec = spec(deployment);
        Absent.number(spec, "replicas", 1);
        Absent.number(spec, "revisionHistoryLimit", 10);
        Absent.number(spec, "progressDeadlineSeconds", 600);
        ObjectNode strategy = Tree.child(spec, "strategy");
        Absent.text(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asText().equals("RollingUpdate")) {
            ObjectNode rolling = Tree.child(strategy, "rollingUpdate");
            Absent.text(rolling, "maxUnavailable", "25%");
            Absent.text(rolling, "maxSurge", "25%");
        }
    }

    static void replicaSet(ObjectNode set) {
        Absent.number(spec(set), "replicas", 1);
    }

    static void daemonSet(ObjectNode set) {
        ObjectNode spec = spec(set);
        Absent.number(spec, "revisionHistoryLimit", 10);
        ObjectNode strategy = Tree.child(spec, "updateStrategy");
        Absent.text(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asText().equals("RollingUpdate")) {
            ObjectNode rolling = Tree.child(strategy, "rollingUpdate");
            Absent.number(rolling, "maxUnavailable", 1);
            Absent.number(rolling, "maxSurge", 0);
        }
    }

    static void statefulSet(ObjectNode set) {
        ObjectNode spec = spec(set);
        Absent.number(spec, "replicas", 1);
        Absent.number(spec, "revisionHistoryLimit", 10);
        Absent.text(spec, "podManagementPolicy", "OrderedReady");
        ObjectNode retention = Tree.child(spec, "persistentVolumeClaimRetentionPolicy");
        Absent.text(retention, "whenDeleted", "Retain");
        Absent.text(retention, "whenScaled", "Retain");
        ObjectNode strategy = Tree.child(spec, "updateStrategy");
        Absent.text(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asText().equals("RollingUpdate")) {
            Absent.number(Tree.child(strategy, "rollingUpdate"), "partition", 0);
        }
    }

    static void job(ObjectNode job) {
        jobSpec(Tree.child(job, "spec"));
    }

    private static void jobSpec(ObjectNode spec) {
        PodDefaults.template(Tree.make(spec, "template.spec"));
        Absent.number(spec, "completions", 1);
        Absent.number(spec, "parallelism", 1);
        Absent.number(spec, "backoffLimit", 6);
        Absent.text(spec, "completionMode", "NonIndexed");
        Absent.truth(spec, "suspend", false);
        Absent.text(spec, "podReplacementPolicy", "TerminatingOrFailed");
    }

    static void cronJob(ObjectNode job) {
        ObjectNode spec = Tree.child(job, "spec");
        PodDefaults.template(Tree.make(spec, "jobTemplate.spec.template.spec"));
        Absent.text(spec, "concurrencyPolicy", "Allow");
        Absent.truth(spec, "suspend", false);
        Absent.number(spec, "successfulJobsHistoryLimit", 3);
        Absent.number(spec, "failedJobsHistoryLimit", 1);
    }
}
