package lab.kubectl.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.FlagSet;
import lab.kubectl.Help;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.describe.Describers;
import lab.kubectl.text.TabWriter;

/** {@code kubectl rollout history}: the revisions, or the pod template of one. */
// models k8s.io/kubectl pkg/polymorphichelpers/history.go@1.34
final class HistoryCommand implements Command {
    @Override
    public String name() {
        return "history";
    }

    @Override
    public Help help() {
        return Help.of("View rollout history", "(TYPE NAME | TYPE/NAME) [flags]");
    }

    @Override
    public FlagSet flags() {
        return Targets.flags()
                .number("revision", 0, "See the details, including podTemplate of the revision specified")
                .string("output", 'o', "", "Output format.");
    }

    @Override
    public int run(Call call) {
        long revision = call.flags().number("revision");
        if (revision < 0) {
            throw new KubectlFailure("revision must be a positive integer: " + revision);
        }
        if (call.flags().isSet("output")) {
            throw new KubectlFailure("kubectl rollout history -o is not available in the sandbox yet");
        }
        for (Info info : Targets.all(call)) {
            Targets.deployment(
                    info,
                    "no history viewer has been implemented for \""
                            + info.type().kind() + "\"");
            Revisions revisions = Revisions.of(call, info);
            if (revision == 0) {
                call.println(info.title() + " \n" + table(revisions));
                continue;
            }
            JsonNode set = revisions.find(revision);
            if (set == null) {
                throw new KubectlFailure("unable to find the specified revision");
            }
            call.println(info.title() + " with revision #" + revision + "\n"
                    + Describers.podTemplate(set.path("spec").path("template")));
        }
        return 0;
    }

    private static String table(Revisions revisions) {
        if (revisions.sets().isEmpty()) {
            return "No rollout history found.";
        }
        StringBuilder rows = new StringBuilder("REVISION\tCHANGE-CAUSE\n");
        revisions.sets().forEach((revision, set) -> {
            String cause = set.path("metadata")
                    .path("annotations")
                    .path("kubernetes.io/change-cause")
                    .asText("");
            rows.append(revision)
                    .append('\t')
                    .append(cause.isEmpty() ? "<none>" : cause)
                    .append('\n');
        });
        return TabWriter.describe(rows.toString());
    }
}
