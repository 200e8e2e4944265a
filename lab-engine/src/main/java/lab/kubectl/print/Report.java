package lab.kubectl.print;

import com.fasterxml.jackson.databind.JsonNode;
import lab.kube.Tree;
import lab.kubectl.Call;
import lab.kubectl.ResourceType;
import org.jspecify.annotations.Nullable;

/** Says what was done to an object, {@code deployment.apps/x created}, or prints it as {@code -o} asks. */
// models k8s.io/cli-runtime pkg/printers/name.go@1.34
public final class Report {
    private final Call call;
    private final String suffix;
    private final @Nullable ObjectPrinter printer;

    public Report(Call call, DryRun dryRun) {
        this.call = call;
        suffix = dryRun.suffix();
        printer = call.flags().text("output").isEmpty() ? null : ObjectPrinter.of(call);
    }

    public void done(ResourceType type, JsonNode object, String operation) {
        if (printer == null) {
            call.println(type.title(Tree.text(object, "metadata.name")) + " " + operation + suffix);
        } else {
            printer.print(object, call.out());
        }
    }
}
