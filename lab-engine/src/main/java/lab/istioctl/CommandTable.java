package lab.istioctl;

import java.util.List;

/** All of istioctl's commands: the modelled ones, and those that are refused by name. */
final class CommandTable {
    private CommandTable() {}

    static List<Subcommand> of(Installation installation, Injection injection) {
        return List.of(
                new Unavailable("admin", "Manage control plane (istiod) configuration"),
                new AnalyzeCommand(),
                new Unavailable("authz", "(authz is experimental. Use `istioctl experimental authz`)"),
                new Unavailable("bug-report", "Cluster information and log capture support tool."),
                new Unavailable("completion", "Generate the autocompletion script for the specified shell"),
                new Unavailable(
                        "create-remote-secret",
                        "Create a secret with credentials to allow Istio to access remote Kubernetes apiservers"),
                new Unavailable("dashboard", List.of("dash", "d"), "Access to Istio web UIs"),
                new Group(
                        "experimental",
                        List.of("x", "exp"),
                        "Experimental commands that may be modified or deprecated",
                        experimental()),
                new InstallCommand(installation),
                new KubeInjectCommand(injection),
                new Unavailable("manifest", "Commands related to Istio manifests"),
                new Unavailable(
                        "proxy-config",
                        List.of("pc"),
                        "Retrieve information about proxy configuration from Envoy [kube only]"),
                new Unavailable(
                        "proxy-status",
                        List.of("ps"),
                        "Retrieves the synchronization status of each Envoy in the mesh"),
                new Unavailable("remote-clusters", "Lists the remote clusters each istiod instance is connected to."),
                new Group(
                        "tag",
                        List.of(),
                        "Command group used to interact with revision tags",
                        List.of(
                                new Unavailable("generate", "Generate configuration for a revision tag to stdout"),
                                new TagListCommand(),
                                new Unavailable("remove", "Remove Istio control plane revision tag"),
                                new Unavailable("set", "Create or modify revision tags"))),
                new Unavailable("uninstall", "Uninstall Istio from a cluster"),
                new Unavailable("upgrade", "Upgrade Istio control plane in-place"),
                new Unavailable("validate", List.of("v"), "Validate Istio policy and rules files"),
                new VersionCommand(),
                new Unavailable("waypoint", "Manage waypoint configuration"),
                new Unavailable("ztunnel-config", List.of("zc"), "Update or retrieve current Ztunnel configuration."));
    }

    private static List<Subcommand> experimental() {
        return List.of(
                new Unavailable("authz", "Inspect Istio AuthorizationPolicy"),
                new CheckInjectCommand(),
                new Unavailable("config", "Configure istioctl defaults"),
                new Unavailable("describe", List.of("des"), "Describe resource and related Istio configuration"),
                new Unavailable("envoy-stats", List.of("es"), "Retrieves Envoy metrics in the specified pod"),
                new Unavailable("injector", "List sidecar injector and sidecar versions"),
                new Unavailable("internal-debug", "Retrieves the debug information of istio"),
                new Unavailable(
                        "metrics",
                        List.of("m"),
                        "Prints the metrics for the specified workload(s) when running in Kubernetes."),
                new Unavailable("precheck", "Check whether Istio can safely be installed or upgraded"),
                new Unavailable(
                        "proxy-status",
                        List.of("ps"),
                        "Retrieves the synchronization status of each Envoy in the mesh"),
                new VersionCommand(),
                new Unavailable(
                        "workload",
                        "Commands to assist in configuring and deploying workloads running on VMs and other"
                                + " non-Kubernetes environments"));
    }
}
