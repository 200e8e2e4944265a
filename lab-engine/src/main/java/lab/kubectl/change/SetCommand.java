package lab.kubectl.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Request;
import lab.kube.ThreeWayMerge;
import lab.kube.Tree;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.print.DryRun;
import lab.kubectl.print.ObjectPrinter;
import lab.kubectl.print.Report;
import lab.shell.pflag.FlagSet;

/** {@code kubectl set image|env}: changes the containers of pod templates. */
// models kubectl pkg/cmd/set@1.34
public final class SetCommand implements Command {
    /** Changes one pod's specification as the arguments say. */
    private interface Change {
        void on(Call call, Info info, ObjectNode pod, List<String> changes);
    }

    @Override
    public String name() {
        return "set";
    }

    @Override
    public Help help() {
        return new Help(
                "Set specific features on objects", "Configure application resources.", "", "SUBCOMMAND [options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet();
    }

    @Override
    public List<Command> subcommands() {
        return List.of(
                new Part(
                        "env",
                        "Update environment variables on a pod template",
                        "RESOURCE/NAME KEY_1=VAL_1 ... KEY_N=VAL_N [options]",
                        "env updated",
                        SetCommand::environment),
                new Part(
                        "image",
                        "Update the image of a pod template",
                        "(-f FILENAME | TYPE NAME) CONTAINER_NAME_1=CONTAINER_IMAGE_1 ..."
                                + " CONTAINER_NAME_N=CONTAINER_IMAGE_N [options]",
                        "image updated",
                        SetCommand::image));
    }

    @Override
    public int run(Call call) {
        if (!call.arguments().isEmpty()) {
            throw new KubectlFailure("kubectl set " + call.arguments().get(0) + " is not available in the sandbox yet");
        }
        return 0;
    }

    private static void image(Call call, Info info, ObjectNode pod, List<String> changes) {
        for (String change : changes) {
            String[] parts = change.split("=", 2);
            boolean found = false;
            for (ObjectNode container : containers(pod, true)) {
                if (parts[0].equals("*") || container.path("name").asText().equals(parts[0])) {
                    container.put("image", parts[1]);
                    found = true;
                }
            }
            if (!found) {
                throw new KubectlFailure("unable to find container named \"" + parts[0] + "\"");
            }
        }
    }

    private static void environment(Call call, Info info, ObjectNode pod, List<String> changes) {
        String wanted = call.flags().text("containers");
        for (ObjectNode container : containers(pod, false)) {
            if (!wanted.equals("*") && !container.path("name").asText().equals(wanted)) {
                continue;
            }
            for (String change : changes) {
                int equals = change.indexOf('=');
                String key = equals < 0 ? change.substring(0, change.length() - 1) : change.substring(0, equals);
                ObjectNode old = Tree.named(container.path("env"), "name", key);
                if (equals < 0) {
                    remove(container, key);
                } else if (old != null) {
                    old.removeAll();
                    old.put("name", key).put("value", change.substring(equals + 1));
                } else {
                    Tree.list(container, "env").addObject().put("name", key).put("value", change.substring(equals + 1));
                }
            }
        }
    }

    private static void remove(ObjectNode container, String key) {
        List<JsonNode> kept = new ArrayList<>();
        container.path("env").forEach(variable -> {
            if (!variable.path("name").asText().equals(key)) {
                kept.add(variable);
            }
        });
        container.remove("env");
        if (!kept.isEmpty()) {
            container.putArray("env").addAll(kept);
        }
    }

    private static List<ObjectNode> containers(ObjectNode pod, boolean withInit) {
        List<ObjectNode> containers = new ArrayList<>();
        for (String field : withInit ? List.of("containers", "initContainers") : List.of("containers")) {
            pod.path(field).forEach(container -> containers.add((ObjectNode) container));
        }
        return containers;
    }

    private record Part(String name, String summary, String usage, String operation, Change change) implements Command {
        @Override
        public Help help() {
            return Help.of(summary, usage);
        }

        @Override
        public FlagSet flags() {
            FlagSet flags = new FlagSet()
                    .bool("all", "Select all resources, in the namespace of the specified resource types")
                    .string(
                            "field-manager",
                            (char) 0,
                            "kubectl-set",
                            "Name of the manager used to track field ownership.")
                    .list(
                            "filename",
                            'f',
                            "Filename, directory, or URL to files identifying the resource to get from a" + " server.")
                    .string("kustomize", 'k', "", "Process the kustomization directory.")
                    .bool("recursive", 'R', false, "Process the directory used in -f, --filename recursively.")
                    .string("selector", 'l', "", "Selector (label query) to filter on.")
                    .addAll(DryRun.flags())
                    .addAll(ObjectPrinter.flags());
            if (name.equals("env")) {
                flags.string("containers", 'c', "*", "The names of containers in the selected pod templates to change.")
                        .bool("list", "If true, display the environment and any changes in the standard format.");
            }
            return flags;
        }

        @Override
        public int run(Call call) {
            List<String> resources = new ArrayList<>();
            List<String> changes = new ArrayList<>();
            for (String word : call.arguments()) {
                boolean isChange = word.contains("=") || (name.equals("env") && word.endsWith("-"));
                (isChange ? changes : resources).add(word);
            }
            boolean listing = name.equals("env") && call.flags().bool("list");
            if (changes.isEmpty() && !listing) {
                throw new KubectlFailure(
                        name.equals("image")
                                ? "at least one image update is required"
                                : "at least one environment variable must be provided");
            }
            DryRun dryRun = DryRun.of(call);
            Report report = new Report(call, dryRun);
            List<Info> infos = call.finder()
                    .files()
                    .latest()
                    .flattened()
                    .everything(call.flags().bool("all"))
                    .selectors(call.flags().text("selector"), "")
                    .find(resources)
                    .orThrow();
            for (Info info : infos) {
                apply(call, info, changes, dryRun, report, listing);
            }
            return 0;
        }

        private void apply(Call call, Info info, List<String> changes, DryRun dryRun, Report report, boolean listing) {
            ObjectNode after = info.object().deepCopy();
            boolean isPod = info.type().resource().equals("pods");
            if (!(Tree.at(after, isPod ? "spec" : "spec.template.spec") instanceof ObjectNode pod)) {
                throw new KubectlFailure(info.title() + " does not have a pod template");
            }
            change.on(call, info, pod, changes);
            if (listing) {
                list(call, info, pod);
                return;
            }
            ThreeWayMerge.Patch patch = ThreeWayMerge.between(info.object(), after);
            if (patch.isEmpty() && name.equals("image")) {
                return;
            }
            JsonNode result = after;
            if (!dryRun.isClient()) {
                result = call.client()
                        .send(dryRun.on(Request.patch(info.path(), patch.contentType(), patch.body()))
                                .with("fieldManager", call.flags().text("field-manager")));
            }
            report.done(info.type(), result, operation);
        }

        private static void list(Call call, Info info, ObjectNode pod) {
            for (ObjectNode container : containers(pod, false)) {
                call.println("# " + info.type().resource() + " " + info.name() + ", container "
                        + container.path("name").asText());
                for (JsonNode variable : container.path("env")) {
                    String value = variable.path("value").asText();
                    boolean derived = variable.has("valueFrom");
                    String key = variable.path("name").asText();
                    call.println(derived ? "# " + key + " from a field, config map or secret" : key + "=" + value);
                }
            }
        }
    }
}
