package lab.kubectl.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.describe.Describers;
import lab.kubectl.print.ObjectPrinter;
import lab.kubectl.text.TabWriter;
import lab.shell.pflag.FlagSet;

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
                .addAll(ObjectPrinter.flags());
    }

    @Override
    public int run(Call call) {
        long revision = call.flags().number("revision");
        if (revision < 0) {
            throw new KubectlFailure("revision must be a positive integer: " + revision);
        }
        boolean printed = call.flags().isSet("output");
        for (Info info : Targets.all(call)) {
            Targets.deployment(
                    info,
                    "no history viewer has been implemented for \""
                            + info.type().kind() + "\"");
            Revisions revisions = Revisions.of(call, info);
            if (printed) {
                print(call, revisions, revision);
                continue;
            }
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

    /** The replica sets themselves, or the one of a revision. */
    private static void print(Call call, Revisions revisions, long revision) {
        ObjectPrinter printer = ObjectPrinter.of(call);
        if (revision == 0) {
            revisions.sets().values().forEach(set -> printer.print(set, call.out()));
            return;
        }
        JsonNode set = revisions.find(revision);
        if (set == null) {
            throw new KubectlFailure("unable to find the specified revision");
        }
        printer.print(set, call.out());
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
