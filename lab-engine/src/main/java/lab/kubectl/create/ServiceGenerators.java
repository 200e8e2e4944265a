package lab.kubectl.create;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.KubectlFailure;
import lab.shell.pflag.FlagSet;

/** {@code kubectl create service …}. */
// models kubectl pkg/cmd/create/create_service.go@1.34
final class ServiceGenerators {
    private ServiceGenerators() {}

    static List<Command> all() {
        return List.of(new Group());
    }

    private static final class Group implements Command {
        @Override
        public String name() {
            return "service";
        }

        @Override
        public List<String> aliases() {
            return List.of("svc");
        }

        @Override
        public Help help() {
            return Help.of("Create a service using a specified subcommand", "[flags]");
        }

        @Override
        public FlagSet flags() {
            return new FlagSet();
        }

        @Override
        public List<Command> subcommands() {
            return List.of(
                    service("clusterip", "ClusterIP"),
                    service("externalname", "ExternalName"),
                    service("loadbalancer", "LoadBalancer"),
                    service("nodeport", "NodePort"));
        }

        @Override
        public int run(Call call) {
            call.println("Create a service with specified type: clusterip, externalname, loadbalancer or nodeport.");
            return 0;
        }
    }

    private static Generator service(String name, String type) {
        FlagSet flags = new FlagSet()
                .list("tcp", (char) 0, "Port pairs can be specified as '<port>:<targetPort>'.")
                .string("clusterip", "Assign your own ClusterIP or set to 'None' for a 'headless' service.")
                .string("external-name", "External name of service")
                .number("node-port", 0, "Port used to expose the service on each node in a cluster.");
        return Generator.of(
                name,
                "Create a " + type + " service with the specified name",
                "NAME [--tcp=<port>:<targetPort>]",
                flags,
                (call, object) -> fill(call, object, type));
    }

    private static void fill(Call call, ObjectNode object, String type) {
        List<String> pairs = call.flags().list("tcp");
        String clusterIp = call.flags().text("clusterip");
        if (pairs.isEmpty() && !clusterIp.equals("None") && !type.equals("ExternalName")) {
            throw new KubectlFailure("at least one tcp port specifier must be provided");
        }
        String name = object.path("metadata").path("name").asText();
        Generator.kind(object, "v1", "Service");
        ((ObjectNode) object.path("metadata")).putObject("labels").put("app", name);
        ObjectNode spec = object.putObject("spec");
        if (!clusterIp.isEmpty()) {
            spec.put("clusterIP", clusterIp);
        }
        if (type.equals("ExternalName")) {
            spec.put("externalName", call.flags().text("external-name"));
        }
        ArrayNode ports = spec.putArray("ports");
        for (String pair : pairs) {
            port(ports, pair, call.flags().number("node-port"));
        }
        if (ports.isEmpty()) {
            spec.remove("ports");
        }
        spec.putObject("selector").put("app", name);
        spec.put("type", type);
        object.putObject("status").putObject("loadBalancer");
    }

    private static void port(ArrayNode ports, String pair, long nodePort) {
        String[] parts = pair.split(":");
        ObjectNode port = ports.addObject();
        try {
            int number = Integer.parseInt(parts[0]);
            port.put("name", pair.replace(':', '-'));
            if (nodePort > 0) {
                port.put("nodePort", nodePort);
            }
            port.put("port", number).put("protocol", "TCP");
            String target = parts.length > 1 ? parts[1] : parts[0];
            if (target.matches("\\d+")) {
                port.put("targetPort", Integer.parseInt(target));
            } else {
                port.put("targetPort", target);
            }
        } catch (NumberFormatException wrong) {
            throw new KubectlFailure("invalid port number '" + parts[0] + "', must be an integer");
        }
    }
}
