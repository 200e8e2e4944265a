package lab.kubectl.settings;

import com.fasterxml.jackson.databind.JsonNode;
import lab.kube.Request;
import lab.kube.Tree;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.KubectlFailure;
import lab.shell.pflag.FlagSet;

/** {@code kubectl cluster-info}: the server's address and its cluster services. */
// models kubectl pkg/cmd/clusterinfo/clusterinfo.go@1.34
public final class ClusterInfoCommand implements Command {
    @Override
    public String name() {
        return "cluster-info";
    }

    @Override
    public Help help() {
        return Help.of("Display cluster information", "[flags] [options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet();
    }

    @Override
    public int run(Call call) {
        if (!call.arguments().isEmpty()) {
            throw new KubectlFailure("kubectl cluster-info dump is not available in the sandbox yet");
        }
        String server = call.kubeconfig().server();
        call.println("Kubernetes control plane is running at " + server);
        JsonNode services = call.client()
                .send(Request.get("/api/v1/namespaces/kube-system/services")
                        .with("labelSelector", "kubernetes.io/cluster-service=true"));
        for (JsonNode service : services.path("items")) {
            String label = Tree.at(service, "metadata.labels")
                    .path("kubernetes.io/name")
                    .asText();
            String name = Tree.text(service, "metadata.name");
            JsonNode port = Tree.at(service, "spec.ports").path(0);
            String link = name
                    + (port.path("name").asText().isEmpty()
                            ? ""
                            : ":" + port.path("name").asText());
            call.println((label.isEmpty() ? name : label) + " is running at " + server
                    + "/api/v1/namespaces/kube-system/services/" + link + "/proxy");
        }
        call.println("");
        call.println("To further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.");
        return 0;
    }
}
