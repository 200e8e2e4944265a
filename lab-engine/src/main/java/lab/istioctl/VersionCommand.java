package lab.istioctl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import lab.istioctl.Proxies.Running;
import lab.kube.Yaml;
import lab.shell.pflag.FlagSet;

/** {@code istioctl version}: of itself, of istiod, and of the proxies. */
// models istio pkg/version/cobra.go@1.30.3
final class VersionCommand implements Subcommand {
    private static final String VERSION = "1.30.3";
    private static final String REVISION = "56df41f63e513f834c9a3af33d8aed82d1d961f2";

    @Override
    public String name() {
        return "version";
    }

    @Override
    public String summary() {
        return "Prints out build version information";
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .string("output", 'o', "", "One of 'yaml' or 'json'.")
                .bool("remote", (char) 0, true, "Use --remote=false to suppress control plane check")
                .string("revision", 'r', "", "Control plane revision")
                .bool("short", 's', false, "Use --short=false to generate full version information");
    }

    @Override
    public int run(Call call) {
        String output = call.flags().text("output");
        if (!output.isEmpty() && !output.equals("json") && !output.equals("yaml")) {
            throw new IstioctlFailure("--output must be 'yaml' or 'json'");
        }
        boolean remote = call.flags().bool("remote");
        List<Running> control = remote ? Proxies.controlPlane(call) : List.of();
        List<Running> data = control.isEmpty() ? List.of() : Proxies.dataPlane(call);
        if (remote && control.isEmpty()) {
            call.err()
                    .println("Istio is not present in the cluster: no running Istio pods in namespace \""
                            + call.istioNamespace() + "\"");
        }
        if (!output.isEmpty()) {
            ObjectNode versions = versions(control, data);
            call.out().print(output.equals("json") ? json(versions) + "\n" : Yaml.print(versions));
            return 0;
        }
        call.out().println("client version: " + VERSION);
        if (!control.isEmpty()) {
            call.out().println("control plane version: " + joined(control, false));
            call.out().println("data plane version: " + (data.isEmpty() ? "none" : joined(data, true)));
        }
        return 0;
    }

    private static String joined(List<Running> running, boolean counted) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        running.forEach(one -> counts.merge(one.version(), 1, Integer::sum));
        StringJoiner text = new StringJoiner(", ");
        counts.forEach((version, count) -> text.add(counted ? version + " (" + count + " proxies)" : version));
        return text.toString();
    }

    private static ObjectNode versions(List<Running> control, List<Running> data) {
        ObjectNode versions = JsonNodeFactory.instance.objectNode();
        build(versions.putObject("clientVersion"), VERSION, "go1.26.8");
        if (!control.isEmpty()) {
            ArrayNode mesh = versions.putArray("meshVersion");
            for (Running one : control) {
                ObjectNode entry = mesh.addObject().put("Component", "pilot").put("Revision", "default");
                build(entry.putObject("Info"), one.version(), "");
            }
        }
        if (!data.isEmpty()) {
            ArrayNode proxies = versions.putArray("dataPlaneVersion");
            for (Running one : data) {
                proxies.addObject()
                        .put("ID", one.pod() + "." + one.namespace())
                        .put("IstioVersion", one.version())
                        .put("Type", "sidecar");
            }
        }
        return versions;
    }

    private static void build(ObjectNode info, String version, String go) {
        info.put("version", version)
                .put("revision", REVISION)
                .put("golang_version", go)
                .put("status", "Clean")
                .put("tag", version);
    }

    private static String json(ObjectNode tree) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(tree).replace("\" : ", "\": ");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
