package lab.kubectl.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lab.kube.Request;
import lab.kube.Tree;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Found;
import lab.kubectl.Help;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.shell.pflag.FlagSet;

/** {@code kubectl rollout restart}: a new annotation in the pod template makes the controller replace all pods. */
// models k8s.io/kubectl pkg/cmd/rollout/rollout_restart.go, pkg/polymorphichelpers/objectrestarter.go@1.34
final class RestartCommand implements Command {
    static final String MANAGER = "kubectl-rollout";
    private static final String RESTARTED_AT = "kubectl.kubernetes.io/restartedAt";
    private static final Set<String> KINDS = Set.of("Deployment", "DaemonSet", "StatefulSet");

    @Override
    public String name() {
        return "restart";
    }

    @Override
    public Help help() {
        return Help.of("Restart a resource", "RESOURCE");
    }

    @Override
    public FlagSet flags() {
        return Targets.flags()
                .string("field-manager", (char) 0, MANAGER, "Name of the manager used to track field ownership.");
    }

    @Override
    public int run(Call call) {
        Found found = Targets.found(call);
        List<KubectlFailure> failures = new ArrayList<>(found.failures());
        if (found.infos().isEmpty() && failures.isEmpty()) {
            throw new KubectlFailure("no objects passed to restart");
        }
        for (Info info : found.infos()) {
            try {
                restart(call, info);
            } catch (KubectlFailure failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw KubectlFailure.all(failures);
        }
        return 0;
    }

    private static void restart(Call call, Info info) {
        String resource = info.type().resource();
        if (!KINDS.contains(info.type().kind())) {
            throw new KubectlFailure(resource + " \"" + info.name() + "\" restarting is not supported");
        }
        JsonNode object = info.object();
        if (object.path("spec").path("paused").asBoolean()) {
            throw new KubectlFailure(
                    resource + " \"" + info.name() + "\" can't restart paused deployment (run rollout resume first)");
        }
        String now =
                call.environment().time().now().truncatedTo(ChronoUnit.SECONDS).toString();
        String before = Tree.at(object, "spec.template.metadata.annotations")
                .path(RESTARTED_AT)
                .asText("");
        if (before.equals(now)) {
            throw new KubectlFailure("failed to create patch for " + info.name()
                    + ": if restart has already been triggered within the past second, please wait before attempting"
                    + " to trigger another");
        }
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        Tree.make(patch, "spec.template.metadata.annotations").put(RESTARTED_AT, now);
        call.client()
                .send(Request.patch(info.path(), "application/strategic-merge-patch+json", patch)
                        .with("fieldManager", call.flags().text("field-manager")));
        call.println(info.title() + " restarted");
    }
}
