package lab.kubectl;

import java.util.ArrayList;
import java.util.List;
import lab.kubectl.apply.ApplyCommand;
import lab.kubectl.apply.DiffCommand;
import lab.kubectl.apply.ReplaceCommand;
import lab.kubectl.await.WaitCommand;
import lab.kubectl.change.AnnotateCommand;
import lab.kubectl.change.DeleteCommand;
import lab.kubectl.change.LabelCommand;
import lab.kubectl.change.PatchCommand;
import lab.kubectl.change.ScaleCommand;
import lab.kubectl.change.SetCommand;
import lab.kubectl.create.CreateCommand;
import lab.kubectl.create.ExposeCommand;
import lab.kubectl.create.RunCommand;
import lab.kubectl.get.GetCommand;
import lab.kubectl.info.AuthCommand;
import lab.kubectl.info.DescribeCommand;
import lab.kubectl.info.EventsCommand;
import lab.kubectl.info.TopCommand;
import lab.kubectl.info.VersionCommand;
import lab.kubectl.pods.ExecCommand;
import lab.kubectl.pods.LogsCommand;
import lab.kubectl.rollout.RolloutCommand;
import lab.kubectl.settings.ApiResourcesCommand;
import lab.kubectl.settings.ApiVersionsCommand;
import lab.kubectl.settings.ClusterInfoCommand;
import lab.kubectl.settings.ConfigCommand;

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
                        List.of(new CreateCommand(), new ExposeCommand(), new RunCommand(), new SetCommand())),
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
                                new ClusterInfoCommand(),
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
                                new DiffCommand(),
                                new ApplyCommand(),
                                new PatchCommand(),
                                new ReplaceCommand(),
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
                                new ApiResourcesCommand(),
                                new ApiVersionsCommand(),
                                new ConfigCommand(),
                                new Unavailable("plugin", "Provides utilities for interacting with plugins"),
                                new VersionCommand())));
    }

    static List<Command> all() {
        List<Command> all = new ArrayList<>();
        groups().forEach(group -> all.addAll(group.commands()));
        return all;
    }
}
