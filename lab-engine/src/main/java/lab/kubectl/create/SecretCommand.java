package lab.kubectl.create;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.KubectlFailure;
import lab.kubectl.text.GoValue;
import lab.shell.pflag.FlagSet;

/** {@code kubectl create secret generic|docker-registry|tls}. */
// models kubectl pkg/cmd/create/create_secret.go@1.34
final class SecretCommand implements Command {
    @Override
    public String name() {
        return "secret";
    }

    @Override
    public Help help() {
        return Help.of("Create a secret using a specified subcommand", "(docker-registry | generic | tls)");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet();
    }

    @Override
    public List<Command> subcommands() {
        return List.of(
                Generator.of(
                        "docker-registry",
                        "Create a secret for use with a Docker registry",
                        "NAME --docker-username=user --docker-password=password --docker-email=email",
                        new FlagSet()
                                .string("docker-email", "Email for Docker registry")
                                .string("docker-password", "Password for Docker registry authentication")
                                .string(
                                        "docker-server",
                                        (char) 0,
                                        "https://index.docker.io/v1/",
                                        "Server location for Docker" + " registry")
                                .string("docker-username", "Username for Docker registry authentication"),
                        SecretCommand::registry),
                Generator.of(
                        "generic",
                        "Create a secret from a local file, directory, or literal value",
                        "NAME [--type=string] [--from-file=[key=]source] [--from-literal=key1=value1]",
                        Generators.dataFlags().string("type", "The type of secret to create"),
                        SecretCommand::generic),
                Generator.of(
                        "tls",
                        "Create a TLS secret",
                        "NAME --cert=path/to/cert/file --key=path/to/key/file",
                        new FlagSet()
                                .string("cert", "Path to PEM encoded public key certificate.")
                                .string("key", "Path to private key associated with given certificate."),
                        SecretCommand::tls));
    }

    @Override
    public int run(Call call) {
        if (!call.arguments().isEmpty()) {
            throw call.usageError("unknown command \"" + call.arguments().get(0) + "\"");
        }
        call.println("Create a secret with specified type: docker-registry, generic or tls.");
        return 0;
    }

    private static void generic(Call call, ObjectNode object) {
        Generator.kind(object, "v1", "Secret");
        Literals.read(call).into(object, true);
        type(object, call.flags().text("type"));
    }

    private static void type(ObjectNode object, String type) {
        if (!type.isEmpty()) {
            object.put("type", type);
        }
    }

    private static void tls(Call call, ObjectNode object) {
        if (!call.flags().isSet("cert") || !call.flags().isSet("key")) {
            throw new KubectlFailure("key and cert must be specified");
        }
        Generator.kind(object, "v1", "Secret");
        Literals literals = new Literals(new TreeMap<>());
        literals.entries().put("tls.crt", Literals.contents(call, call.flags().text("cert")));
        literals.entries().put("tls.key", Literals.contents(call, call.flags().text("key")));
        literals.into(object, true);
        type(object, "kubernetes.io/tls");
    }

    private static void registry(Call call, ObjectNode object) {
        String user = call.flags().text("docker-username");
        String password = call.flags().text("docker-password");
        if (user.isEmpty() || password.isEmpty()) {
            throw new KubectlFailure(
                    "either --from-file or the combination of --docker-username, --docker-password and --docker-server"
                            + " is required");
        }
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        ObjectNode entry = config.putObject("auths").putObject(call.flags().text("docker-server"));
        entry.put("username", user).put("password", password);
        if (call.flags().isSet("docker-email")) {
            entry.put("email", call.flags().text("docker-email"));
        }
        entry.put("auth", Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
        Generator.kind(object, "v1", "Secret");
        Literals literals = new Literals(new TreeMap<>());
        literals.add(".dockerconfigjson", GoValue.json(config));
        literals.into(object, true);
        type(object, "kubernetes.io/dockerconfigjson");
    }
}
