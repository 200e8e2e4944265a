package lab.kubectl.rollout;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lab.kube.Request;
import lab.kube.Tree;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.shell.pflag.FlagSet;

/** {@code kubectl rollout pause} and {@code resume}. */
// models k8s.io/kubectl pkg/cmd/rollout/rollout_pause.go, rollout_resume.go@1.34
record PauseCommand(boolean pause) implements Command {
    @Override
    public String name() {
        return pause ? "pause" : "resume";
    }

    @Override
    public Help help() {
        return Help.of(pause ? "Mark the provided resource as paused" : "Resume a paused resource", "RESOURCE");
    }

    @Override
    public FlagSet flags() {
        return Targets.flags()
                .string(
                        "field-manager",
                        (char) 0,
                        RestartCommand.MANAGER,
                        "Name of the manager used to track field ownership.");
    }

    @Override
    public int run(Call call) {
        for (Info info : Targets.all(call)) {
            String resource = info.type().resource() + " \"" + info.name() + "\" ";
            Targets.deployment(info, resource + (pause ? "pausing" : "resuming") + " is not supported");
            boolean paused = info.object().path("spec").path("paused").asBoolean();
            if (paused == pause) {
                throw new KubectlFailure(info.type().qualified() + " \"" + info.name() + "\" "
                        + (pause ? "is already paused" : "is not paused"));
            }
            ObjectNode patch = JsonNodeFactory.instance.objectNode();
            ObjectNode spec = Tree.make(patch, "spec");
            if (pause) {
                spec.put("paused", true);
            } else {
                spec.putNull("paused");
            }
            call.client()
                    .send(Request.patch(info.path(), "application/strategic-merge-patch+json", patch)
                            .with("fieldManager", call.flags().text("field-manager")));
            call.println(info.title() + (pause ? " paused" : " resumed"));
        }
        return 0;
    }
}
