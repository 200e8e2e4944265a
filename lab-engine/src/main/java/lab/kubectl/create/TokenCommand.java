package lab.kubectl.create;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import lab.kube.Request;
import lab.kube.Tree;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.shell.pflag.FlagSet;

/** {@code kubectl create token}. */
// models kubectl pkg/cmd/create/create_token.go@1.34
final class TokenCommand implements Command {
    @Override
    public String name() {
        return "token";
    }

    @Override
    public Help help() {
        return Help.of("Request a service account token", "SERVICE_ACCOUNT_NAME [options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .array("audience", (char) 0, "Audience of the requested token.")
                .duration("duration", "0s", "Requested lifetime of the issued token.");
    }

    @Override
    public int run(Call call) {
        String account = Generator.only(call);
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("apiVersion", "authentication.k8s.io/v1")
                .put("kind", "TokenRequest")
                .putObject("metadata");
        ObjectNode spec = request.putObject("spec");
        call.flags().list("audience").forEach(spec.putArray("audiences")::add);
        Duration duration = call.flags().duration("duration");
        if (!duration.isZero()) {
            spec.put("expirationSeconds", duration.toSeconds());
        }
        JsonNode answer = call.client()
                .send(Request.post(
                        "/api/v1/namespaces/" + call.namespace() + "/serviceaccounts/" + account + "/token", request));
        call.println(Tree.text(answer, "status.token"));
        return 0;
    }
}
