package lab.kubectl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import lab.shell.Environment;
import lab.shell.Invocation;
import lab.shell.Output;
import lab.shell.pflag.Flags;
import org.jspecify.annotations.Nullable;

/** One call of a subcommand: its flags and arguments, the cluster, and the streams around it. */
public final class Call {
    private final String path;
    private final Command command;
    private final Flags flags;
    private final Invocation invocation;
    private final Client client;
    private final Supplier<Resources> discovery;
    private @Nullable Resources resources;
    private final Kubeconfig kubeconfig;

    Call(
            String path,
            Command command,
            Flags flags,
            Invocation invocation,
            Client client,
            Supplier<Resources> discovery,
            Kubeconfig kubeconfig) {
        this.path = path;
        this.command = command;
        this.flags = flags;
        this.invocation = invocation;
        this.client = client;
        this.discovery = discovery;
        this.kubeconfig = kubeconfig;
    }

    /** The command's words, such as {@code kubectl create deployment}. */
    public String path() {
        return path;
    }

    public Flags flags() {
        return flags;
    }

    public List<String> arguments() {
        return flags.arguments();
    }

    public Client client() {
        return client;
    }

    public Resources resources() {
        Resources known = resources;
        if (known == null) {
            known = discovery.get();
            resources = known;
        }
        return known;
    }

    public Kubeconfig kubeconfig() {
        return kubeconfig;
    }

    /** Which namespace the command works in: {@code -n}, or the context's. */
    public String namespace() {
        String given = flags.text("namespace");
        return given.isEmpty() ? kubeconfig.namespace() : given;
    }

    /** True when {@code -n} was given; an object that names another namespace is then refused. */
    public boolean enforcesNamespace() {
        return !flags.text("namespace").isEmpty();
    }

    public Output out() {
        return invocation.out();
    }

    public Output err() {
        return invocation.err();
    }

    public InputStream in() {
        return invocation.in();
    }

    public Environment environment() {
        return invocation.environment();
    }

    public void println(String line) {
        invocation.out().println(line);
    }

    public void warn(String text) {
        invocation.err().println("Warning: " + text);
    }

    /** Prints the command's help page. */
    public void printHelp(Output to) {
        HelpPage.print(to, path, command);
    }

    /** Finds the objects that the arguments, files and selectors name. */
    public Finder finder() {
        return new Finder(this);
    }

    /** The command line is wrong. */
    public KubectlFailure usageError(String message) {
        return KubectlFailure.usage(path, message);
    }

    /** GET of one object. */
    public JsonNode get(ResourceType type, String namespace, String name) {
        return client.get(type.path(namespace, name));
    }
}
