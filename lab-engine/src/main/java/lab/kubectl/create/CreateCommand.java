package lab.kubectl.create;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Request;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Found;
import lab.kubectl.Help;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.ServerFailure;
import lab.kubectl.apply.LastApplied;
import lab.kubectl.apply.Validation;
import lab.kubectl.print.DryRun;
import lab.kubectl.print.Report;
import lab.shell.pflag.FlagSet;

/** {@code kubectl create -f}, and the list of generators. */
// models kubectl pkg/cmd/create/create.go@1.34
public final class CreateCommand implements Command {
    @Override
    public String name() {
        return "create";
    }

    @Override
    public Help help() {
        return new Help(
                "Create a resource from a file or from stdin",
                "Create a resource from a file or from stdin.\n\n JSON and YAML formats are accepted.",
                "  # Create a pod using the data in pod.json\n  kubectl create -f ./pod.json",
                "-f FILENAME [options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .bool("edit", "Edit the API resource before creating")
                .list("filename", 'f', "Filename, directory, or URL to files to use to create the resource")
                .string("kustomize", 'k', "", "Process the kustomization directory.")
                .string("raw", "Raw URI to POST to the server.")
                .bool("recursive", 'R', false, "Process the directory used in -f, --filename recursively.")
                .string("selector", 'l', "", "Selector (label query) to filter on.")
                .bool("windows-line-endings", "Only relevant if --edit=true.")
                .addAll(Made.flags());
    }

    @Override
    public List<Command> subcommands() {
        List<Command> generators = new ArrayList<>(Generators.all());
        generators.addAll(RbacGenerators.all());
        generators.addAll(ServiceGenerators.all());
        return generators;
    }

    @Override
    public int run(Call call) {
        if (!call.flags().isSet("filename") && !call.flags().isSet("kustomize")) {
            call.err().print("Error: must specify one of -f and -k\n\n");
            call.printHelp(call.err());
            return 1;
        }
        DryRun dryRun = DryRun.of(call);
        Report report = new Report(call, dryRun);
        Found found = call.finder().files().checked(Validation.of(call)::check).find();
        List<KubectlFailure> failures = new ArrayList<>(found.failures());
        for (Info info : found.infos()) {
            try {
                report.done(info.type(), create(call, info, dryRun), "created");
            } catch (ServerFailure failure) {
                failures.add(failure.during("error when creating \"" + info.source() + "\""));
            }
        }
        if (!failures.isEmpty()) {
            throw KubectlFailure.all(failures);
        }
        if (found.infos().isEmpty()) {
            throw new KubectlFailure("no objects passed to create");
        }
        return 0;
    }

    private static JsonNode create(Call call, Info info, DryRun dryRun) {
        JsonNode object = call.flags().bool("save-config") ? LastApplied.annotated(info.object()) : info.object();
        if (dryRun.isClient()) {
            return object;
        }
        return call.client()
                .send(dryRun.on(Request.post(info.type().path(info.namespace()), object))
                        .with("fieldManager", call.flags().text("field-manager"))
                        .with("fieldValidation", Validation.of(call).parameter()));
    }
}
