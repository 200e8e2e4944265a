package lab.kubectl;

import java.time.Duration;
import lab.shell.pflag.FlagSet;
import lab.shell.pflag.FlagValue;
import lab.shell.pflag.Flags;

/** The flags that every command takes; what a sandbox has no use for is accepted where it changes nothing. */
final class GlobalFlags {
    static final FlagSet ALL = new FlagSet()
            .string("as", "Username to impersonate for the operation.")
            .array("as-group", (char) 0, "Group to impersonate for the operation, this flag can be repeated.")
            .string("as-uid", "UID to impersonate for the operation.")
            .string("cache-dir", (char) 0, "/root/.kube/cache", "Default cache directory")
            .string("certificate-authority", "Path to a cert file for the certificate authority")
            .string("client-certificate", "Path to a client certificate file for TLS")
            .string("client-key", "Path to a client key file for TLS")
            .string("cluster", "The name of the kubeconfig cluster to use")
            .string("context", "The name of the kubeconfig context to use")
            .bool("disable-compression", "If true, opt-out of response compression for all requests to the server")
            .bool("insecure-skip-tls-verify", "If true, the server's certificate will not be checked for validity.")
            .string("kubeconfig", "Path to the kubeconfig file to use for CLI requests.")
            .bool("match-server-version", "Require server version to match client version")
            .string("namespace", 'n', "", "If present, the namespace scope for this CLI request")
            .string("password", "Password for basic authentication to the API server")
            .string(
                    "request-timeout",
                    (char) 0,
                    "0",
                    "The length of time to wait before giving up on a single server request.")
            .string("server", 's', "", "The address and port of the Kubernetes API server")
            .string("tls-server-name", "Server name to use for server certificate validation.")
            .string("token", "Bearer token for authentication to the API server")
            .string("user", "The name of the kubeconfig user to use")
            .string("username", "Username for basic authentication to the API server")
            .string("v", 'v', "0", "number for the log level verbosity")
            .bool(
                    "warnings-as-errors",
                    "Treat warnings received from the server as errors and exit with a non-zero exit code");

    private static final String[] REFUSED = {
        "server", "token", "username", "password", "client-key", "client-certificate", "as-group", "as-uid"
    };

    private GlobalFlags() {}

    /** Refuses what would reach another cluster. */
    static void check(Flags flags) {
        for (String name : REFUSED) {
            if (flags.isSet(name)) {
                throw new KubectlFailure("kubectl --" + name + " is not available in the sandbox yet");
            }
        }
        String verbosity = flags.text("v");
        // below 6 kubectl logs nothing; from 6 on it tells its requests
        if (!verbosity.matches("-?[0-5]")) {
            throw new KubectlFailure("kubectl -v=" + verbosity + " is not available in the sandbox yet");
        }
    }

    /** Zero means no limit. */
    // models client-go tools/clientcmd/helpers.go ParseTimeout@1.34
    static Duration requestTimeout(Flags flags) {
        String text = flags.text("request-timeout");
        if (text.matches("\\d+")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        if (!FlagValue.isDuration(text)) {
            throw new KubectlFailure("Invalid timeout value. Timeout must be a single integer in seconds, or an integer"
                    + " followed by a corresponding time unit (e.g. 1s | 2m | 3h)");
        }
        return FlagValue.duration(text);
    }
}
