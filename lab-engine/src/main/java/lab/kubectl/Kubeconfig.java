package lab.kubectl;

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
}
