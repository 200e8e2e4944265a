package lab.kubectl;

import java.util.ArrayList;
import java.util.List;
import lab.kubectl.apply.ApplyCommand;
import lab.kubectl.await.WaitCommand;
import lab.kubectl.change.AnnotateCommand;
import lab.kubectl.change.DeleteCommand;
import lab.kubectl.change.LabelCommand;
import lab.kubectl.change.PatchCommand;
import lab.kubectl.change.ScaleCommand;
import lab.kubectl.get.GetCommand;
import lab.kubectl.info.AuthCommand;
import lab.kubectl.info.DescribeCommand;
import lab.kubectl.info.EventsCommand;
import lab.kubectl.info.TopCommand;
import lab.kubectl.info.VersionCommand;
import lab.kubectl.pods.ExecCommand;
import lab.kubectl.pods.LogsCommand;
import lab.kubectl.rollout.RolloutCommand;

/** All of kubectl's commands in the groups of its first help page: the modelled ones, and the names of the others. */
final class CommandTable {
    /** A heading of the help page and its commands in order. */
    record Group(String title, List<Command> commands) {}

    private CommandTable() {}

    /** One line per modelled command; {@link Unavailable} stands for one that is refused by name. */
    static List<Group> groups() {
        return List.of(
                new Group(
                        "Basic Commands (Beginner)",
                        List.of(
                                new Unavailable("create", "Create a resource from a file or from stdin"),
                                new Unavailable(
                                        "expose",
                                        "Take a replication controller, service, deployment or pod and expose it as a"
                                                + " new Kubernetes service"),
                                new Unavailable("run", "Run a particular image on the cluster"),
                                new Unavailable("set", "Set specific features on objects"))),
                new Group(
                        "Basic Commands (Intermediate)",
                        List.of(
                                new Unavailable("explain", "Get documentation for a resource"),
                                new GetCommand(),
                                new Unavailable("edit", "Edit a resource on the server"),
                                new DeleteCommand())),
                new Group(
                        "Deploy Commands",
                        List.of(
                                new RolloutCommand(),
                                new ScaleCommand(),
                                new Unavailable(
                                        "autoscale",
                                        "Auto-scale a deployment, replica set, stateful set, or replication"
                                                + " controller"))),
                new Group(
                        "Cluster Management Commands",
                        List.of(
                                new Unavailable("certificate", "Modify certificate resources"),
                                new Unavailable("cluster-info", "Display cluster information"),
                                new TopCommand(),
                                new Unavailable("cordon", "Mark node as unschedulable"),
                                new Unavailable("uncordon", "Mark node as schedulable"),
                                new Unavailable("drain", "Drain node in preparation for maintenance"),
                                new Unavailable("taint", "Update the taints on one or more nodes"))),
                new Group(
                        "Troubleshooting and Debugging Commands",
                        List.of(
                                new DescribeCommand(),
                                new LogsCommand(),
                                new Unavailable("attach", "Attach to a running container"),
                                new ExecCommand(),
                                new Unavailable("port-forward", "Forward one or more local ports to a pod"),
                                new Unavailable("proxy", "Run a proxy to the Kubernetes API server"),
                                new Unavailable("cp", "Copy files and directories to and from containers"),
                                new AuthCommand(),
                                new Unavailable(
                                        "debug", "Create debugging sessions for troubleshooting workloads and nodes"),
                                new EventsCommand())),
                new Group(
                        "Advanced Commands",
                        List.of(
                                new Unavailable("diff", "Diff the live version against a would-be applied version"),
                                new ApplyCommand(),
                                new PatchCommand(),
                                new Unavailable("replace", "Replace a resource by file name or stdin"),
                                new WaitCommand(),
                                new Unavailable("kustomize", "Build a kustomization target from a directory or URL"))),
                new Group(
                        "Settings Commands",
                        List.of(
                                new LabelCommand(),
                                new AnnotateCommand(),
                                new Unavailable(
                                        "completion",
                                        "Output shell completion code for the specified shell (bash, zsh, fish, or"
                                                + " powershell)"))),
                new Group(
                        "Other Commands",
                        List.of(
                                new Unavailable("api-resources", "Print the supported API resources on the server"),
                                new Unavailable(
                                        "api-versions",
                                        "Print the supported API versions on the server, in the form of"
                                                + " \"group/version\""),
                                new Unavailable("config", "Modify kubeconfig files"),
                                new Unavailable("plugin", "Provides utilities for interacting with plugins"),
                                new VersionCommand())));
    }

    static List<Command> all() {
        List<Command> all = new ArrayList<>();
        groups().forEach(group -> all.addAll(group.commands()));
        return all;
    }
}
