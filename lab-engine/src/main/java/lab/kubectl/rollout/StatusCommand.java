package lab.kubectl.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.await.ObjectWatch;
import lab.shell.pflag.FlagSet;

/** {@code kubectl rollout status}: a line for every change of the workload until the rollout is done. */
// models k8s.io/kubectl pkg/cmd/rollout/rollout_status.go and pkg/polymorphichelpers/rollout_status.go@1.34
final class StatusCommand implements Command {
    private static final Duration NO_TIMEOUT = Duration.ofDays(365);

    @Override
    public String name() {
        return "status";
    }

    @Override
    public Help help() {
        return Help.of("Show the status of the rollout", "(TYPE NAME | TYPE/NAME) [flags]");
    }

    @Override
    public FlagSet flags() {
        return Targets.flags()
                .number("revision", 0, "Pin to a specific revision for showing its status.")
                .duration("timeout", "0s", "The length of time to wait before ending watch, zero means never.")
                .bool("watch", 'w', true, "Watch the status of the rollout until it's done.");
    }

    @Override
    public int run(Call call) {
        long revision = call.flags().number("revision");
        if (revision < 0) {
            throw new KubectlFailure("revision must be a positive integer: " + revision);
        }
        Duration timeout = call.flags().duration("timeout");
        Instant deadline = call.environment().time().now().plus(timeout.isZero() ? NO_TIMEOUT : timeout);
        List<Info> infos = Targets.all(call);
        if (infos.isEmpty()) {
            throw new KubectlFailure("no resources found");
        }
        for (Info info : infos) {
            follow(call, info, revision, deadline);
        }
        return 0;
    }

    private static void follow(Call call, Info info, long revision, Instant deadline) {
        try (ObjectWatch watch = ObjectWatch.of(call, info.type(), info.namespace(), info.name(), deadline)) {
            for (JsonNode event = watch.next(); event != null; event = watch.next()) {
                if (event.path("type").asText().equals("DELETED")) {
                    throw new KubectlFailure("object has been deleted");
                }
                RolloutState state = RolloutState.of(info.type(), event.path("object"), revision);
                call.println(state.message());
                if (state.done() || !call.flags().bool("watch")) {
                    return;
                }
            }
        }
        throw new KubectlFailure("timed out waiting for the condition");
    }
}
