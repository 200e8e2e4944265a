package lab.kubectl.info;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lab.kube.Yaml;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.KubectlFailure;
import lab.kubectl.text.GoValue;
import lab.shell.pflag.FlagSet;

/** {@code kubectl version}: of the client and of the server. */
// models k8s.io/kubectl pkg/cmd/version/version.go@1.34
public final class VersionCommand implements Command {
    private static final String KUSTOMIZE = "v5.7.1";

    @Override
    public String name() {
        return "version";
    }

    @Override
    public Help help() {
        return Help.of("Print the client and server version information", "[flags]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .bool("client", "If true, shows client version only (no server required).")
                .string("output", 'o', "", "One of 'yaml' or 'json'.");
    }

    @Override
    public int run(Call call) {
        if (!call.arguments().isEmpty()) {
            throw new KubectlFailure("extra arguments: [" + String.join(" ", call.arguments()) + "]");
        }
        String output = call.flags().text("output");
        if (!output.isEmpty() && !output.equals("yaml") && !output.equals("json")) {
            throw new KubectlFailure("--output must be 'yaml' or 'json'");
        }
        ObjectNode versions = JsonNodeFactory.instance.objectNode();
        versions.set("clientVersion", client());
        versions.put("kustomizeVersion", KUSTOMIZE);
        if (!call.flags().bool("client")) {
            versions.set("serverVersion", call.client().get("/version"));
        }
        switch (output) {
            case "yaml" -> call.println(Yaml.print(versions));
            case "json" -> call.println(GoValue.json(versions, "  "));
            default -> {
                call.println("Client Version: "
                        + versions.path("clientVersion").path("gitVersion").asText());
                call.println("Kustomize Version: " + KUSTOMIZE);
                JsonNode server = versions.path("serverVersion");
                if (server.isObject()) {
                    call.println("Server Version: " + server.path("gitVersion").asText());
                }
            }
        }
        return 0;
    }

    private static ObjectNode client() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("buildDate", "2025-08-27T10:09:04Z")
                .put("compiler", "gc")
                .put("gitCommit", "f28b4c9efbca5c5c0af716d9f2d5702667ee8a45")
                .put("gitTreeState", "clean")
                .put("gitVersion", "v1.34.0")
                .put("goVersion", "go1.26.8")
                .put("major", "1")
                .put("minor", "34")
                .put("platform", "linux/amd64");
    }
}
