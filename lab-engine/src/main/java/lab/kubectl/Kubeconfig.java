package lab.kubectl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The context that kubectl works in; named as kubeadm names it on the recorded cluster.
 *
 * @param namespace what commands without {@code -n} work in
 */
public record Kubeconfig(String context, String cluster, String user, String server, String namespace) {
    static final Kubeconfig STANDARD =
            new Kubeconfig("kubernetes-admin@lab", "lab", "kubernetes-admin", "https://lab-control-plane:6443", "");

    @Override
    public String namespace() {
        return namespace.isEmpty() ? "default" : namespace;
    }

    /** The context's own entry, empty if it has none. */
    public String chosenNamespace() {
        return namespace;
    }

    /** The file's content, secrets left out as {@code config view} leaves them out. */
    public ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("apiVersion", "v1");
        document.putArray("clusters")
                .addObject()
                .put("name", cluster)
                .putObject("cluster")
                .put("certificate-authority-data", "DATA+OMITTED")
                .put("server", server);
        ObjectNode entry = document.putArray("contexts").addObject().put("name", context);
        ObjectNode inner = entry.putObject("context").put("cluster", cluster).put("user", user);
        if (!namespace.isEmpty()) {
            inner.put("namespace", namespace);
        }
        document.put("current-context", context).put("kind", "Config");
        document.putArray("users")
                .addObject()
                .put("name", user)
                .putObject("user")
                .put("client-certificate-data", "DATA+OMITTED")
                .put("client-key-data", "DATA+OMITTED");
        return document;
    }
}
