package lab.kubectl.create;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lab.kube.Tree;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.shell.pflag.FlagSet;

/** {@code kubectl expose}: a service for what selects or is selected. */
// models kubectl pkg/cmd/expose/expose.go@1.34
public final class ExposeCommand implements Command {
    @Override
    public String name() {
        return "expose";
    }

    @Override
    public Help help() {
        return new Help(
                "Take a replication controller, service, deployment or pod and expose it as a new Kubernetes service",
                "Expose a resource as a new Kubernetes service.",
                "  # Create a service for a deployment, which serves on port 80 and connects to port 8000\n"
                        + "  kubectl expose deployment nginx --port=80 --target-port=8000",
                "(-f FILENAME | TYPE NAME) [--port=port] [--protocol=TCP|UDP|SCTP] [--target-port=number-or-name]"
                        + " [--name=name] [--external-ip=external-ip-of-service] [--type=type] [options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .string("cluster-ip", "ClusterIP to be assigned to the service.")
                .list(
                        "filename",
                        'f',
                        "Filename, directory, or URL to files identifying the resource to expose a service")
                .string("kustomize", 'k', "", "Process the kustomization directory.")
                .string("labels", 'l', "", "Labels to apply to the service created by this call.")
                .string("name", "The name for the newly created object.")
                .string("port", "The port that the service should serve on.")
                .string("protocol", "The network protocol for the service to be created.")
                .bool("recursive", 'R', false, "Process the directory used in -f, --filename recursively.")
                .string("selector", "A label selector to use for this service.")
                .string("session-affinity", "If non-empty, set the session affinity for the service to this.")
                .string(
                        "target-port",
                        "Name or number for the port on the container that the service should direct" + " traffic to.")
                .string("type", "Type for this service: ClusterIP, NodePort, LoadBalancer, or ExternalName.")
                .addAll(Made.flags());
    }

    @Override
    public int run(Call call) {
        for (Info info : call.finder().files().latest().flattened().find().orThrow()) {
            Made.create(call, service(call, info), "exposed");
        }
        return 0;
    }

    private static ObjectNode service(Call call, Info info) {
        JsonNode object = info.object();
        ObjectNode service =
                JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Service");
        String name = call.flags().text("name");
        ObjectNode metadata = service.putObject("metadata").put("name", name.isEmpty() ? info.name() : name);
        String labels = call.flags().text("labels");
        if (!labels.isEmpty()) {
            set(metadata.putObject("labels"), labels);
        } else if (!object.path("metadata").path("labels").isEmpty()) {
            metadata.set("labels", object.path("metadata").path("labels"));
        }
        ObjectNode spec = service.putObject("spec");
        ports(call, info, spec.putArray("ports"));
        if (call.flags().isSet("selector")) {
            set(spec.putObject("selector"), call.flags().text("selector"));
        } else {
            spec.set("selector", selector(info));
        }
        for (String[] field : new String[][] {{"type", "type"}, {"cluster-ip", "clusterIP"}}) {
            if (call.flags().isSet(field[0])) {
                spec.put(field[1], call.flags().text(field[0]));
            }
        }
        if (call.flags().isSet("session-affinity")) {
            spec.put("sessionAffinity", call.flags().text("session-affinity"));
        }
        service.putObject("status").putObject("loadBalancer");
        return service;
    }

    private static JsonNode selector(Info info) {
        JsonNode selector = switch (info.type().qualified()) {
            case "deployments.apps", "replicasets.apps" -> Tree.at(info.object(), "spec.selector.matchLabels");
            case "services", "replicationcontrollers" -> Tree.at(info.object(), "spec.selector");
            case "pods" -> Tree.at(info.object(), "metadata.labels");
            default ->
                throw new KubectlFailure("cannot expose a " + info.type().kind() + "."
                        + info.type().group());
        };
        if (selector.isEmpty()) {
            throw new KubectlFailure("couldn't retrieve selectors via --selector flag or introspection: the "
                    + info.type().kind().toLowerCase(Locale.ROOT) + " has no labels and cannot be exposed");
        }
        return selector;
    }

    private static void ports(Call call, Info info, ArrayNode ports) {
        List<String> numbers = new ArrayList<>();
        if (call.flags().isSet("port")) {
            numbers.addAll(List.of(call.flags().text("port").split(",")));
        } else {
            JsonNode pod = info.type().resource().equals("pods")
                    ? info.object().path("spec")
                    : Tree.at(info.object(), "spec.template.spec");
            pod.path("containers")
                    .forEach(container -> container
                            .path("ports")
                            .forEach(port ->
                                    numbers.add(port.path("containerPort").asText())));
        }
        if (numbers.isEmpty()) {
            throw new KubectlFailure("couldn't find port via --port flag or introspection");
        }
        String protocol = call.flags().text("protocol");
        String target = call.flags().text("target-port");
        for (int i = 0; i < numbers.size(); i++) {
            ObjectNode port = ports.addObject();
            if (numbers.size() > 1) {
                port.put("name", "port-" + (i + 1));
            }
            port.put("port", Integer.parseInt(numbers.get(i))).put("protocol", protocol.isEmpty() ? "TCP" : protocol);
            String aim = target.isEmpty() ? numbers.get(i) : target;
            if (aim.matches("\\d+")) {
                port.put("targetPort", Integer.parseInt(aim));
            } else {
                port.put("targetPort", aim);
            }
        }
    }

    private static void set(ObjectNode target, String pairs) {
        for (String pair : pairs.split(",")) {
            String[] parts = pair.split("=", 2);
            target.put(parts[0], parts.length < 2 ? "" : parts[1]);
        }
    }
}
