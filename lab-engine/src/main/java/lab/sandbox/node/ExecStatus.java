package lab.sandbox.node;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lab.kube.Response;

/** The Status that ends an exec. Models k8s.io/kubelet/pkg/cri/streaming/remotecommand/exec.go@1.34. */
final class ExecStatus {
    private ExecStatus() {}

    static Response exited(int code) {
        ObjectNode status = status(code == 0 ? "Success" : "Failure");
        if (code != 0) {
            status.put("message", "command terminated with non-zero exit code: exit status " + code);
            status.put("reason", "NonZeroExitCode");
            status.putObject("details")
                    .putArray("causes")
                    .addObject()
                    .put("reason", "ExitCode")
                    .put("message", String.valueOf(code));
        }
        return Response.json(200, status);
    }

    /**
     * The command could not be started. The text begins twice with the same words because both the kubelet and the API
     * server wrap the error.
     */
    static Response failed(String cause) {
        ObjectNode status = status("Failure");
        status.put("message", "Internal error occurred: " + cause).put("reason", "InternalError");
        status.putObject("details").putArray("causes").addObject().put("message", cause);
        status.put("code", 500);
        return Response.json(500, status);
    }

    private static ObjectNode status(String outcome) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", outcome);
        return status;
    }
}
