package lab.istioctl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lab.shell.FileProblem;
import lab.shell.Output;
import lab.shell.pflag.FlagSet;

/** {@code istioctl kube-inject}: the sidecar by hand. */
// models istio istioctl/pkg/kubeinject/kubeinject.go@1.30.3
final class KubeInjectCommand implements Subcommand {
    private static final List<String> NOT_MODELLED = List.of("authority", "cert-dir", "xds-address", "xds-label");

    private final Injection injection;

    KubeInjectCommand(Injection injection) {
        this.injection = injection;
    }

    @Override
    public String name() {
        return "kube-inject";
    }

    @Override
    public String summary() {
        return "Inject Istio sidecar into Kubernetes pod resources";
    }

    // Help text of istioctl@1.30.3 (Apache License 2.0).
    @Override
    public String description() {
        return """

            kube-inject manually injects the Istio sidecar into Kubernetes
            workloads. Unsupported resources are left unmodified so it is safe to
            run kube-inject over a single file that contains multiple Service,
            ConfigMap, Deployment, etc. definitions for a complex application. When in
            doubt re-run istioctl kube-inject on deployments to get the most up-to-date changes.

            It's best to do kube-inject when the resource is initially created.\
            """;
    }

    @Override
    public String examples() {
        return """
              # Update resources on the fly before applying.
              kubectl apply -f <(istioctl kube-inject -f <resource.yaml>)

              # Create a persistent version of the deployment with Istio sidecar injected.
              istioctl kube-inject -f deployment.yaml -o deployment-injected.yaml

              # Update an existing deployment.
              kubectl get deployment -o yaml | istioctl kube-inject -f - | kubectl apply -f -

              # Capture cluster configuration for later use with kube-inject
              kubectl -n istio-system get cm istio-sidecar-injector  -o jsonpath="{.data.config}" > /tmp/inj-template.tmpl
              kubectl -n istio-system get cm istio -o jsonpath="{.data.mesh}" > /tmp/mesh.yaml
              kubectl -n istio-system get cm istio-sidecar-injector -o jsonpath="{.data.values}" > /tmp/values.json

              # Use kube-inject based on captured configuration
              istioctl kube-inject -f samples/bookinfo/platform/kube/bookinfo.yaml \\
                --injectConfigFile /tmp/inj-template.tmpl \\
                --meshConfigFile /tmp/mesh.yaml \\
                --valuesFile /tmp/values.json
            """;
    }

    @Override
    public Set<String> hiddenFlags() {
        return Set.of("namespace");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet()
                .string("authority", "XDS Subject Alternative Name (for example istiod.istio-system.svc)")
                .string("cert-dir", "XDS Endpoint certificate directory")
                .string("filename", 'f', "", "Input Kubernetes resource filename")
                .string("output", 'o', "", "Modified output Kubernetes resource filename")
                .string(
                        "injectConfigFile",
                        "Injection configuration filename. Cannot be used with --injectConfigMapName")
                .bool("insecure", "Skip server certificate and domain verification. (NOT SECURE!)")
                .string(
                        "meshConfigFile",
                        "Mesh configuration filename. Takes precedence over --meshConfigMapName if set")
                .string(
                        "meshConfigMapName",
                        (char) 0,
                        "istio",
                        "ConfigMap name for Istio mesh configuration, key should be \"mesh\"")
                .string(
                        "operatorFileName",
                        "Path to file containing IstioOperator custom resources. If configs from files like"
                                + " meshConfigFile, valuesFile are provided, they will be overridden by iop config"
                                + " values.")
                .bool("plaintext", "Use plain-text HTTP/2 when connecting to server (no TLS).")
                .string("valuesFile", "Injection values configuration filename.")
                .string("revision", 'r', "", "Control plane revision")
                .duration("timeout", "30s", "The duration to wait before failing")
                .string(
                        "webhookConfig",
                        (char) 0,
                        "istio-sidecar-injector",
                        "MutatingWebhookConfiguration name for Istio")
                .string("xds-address", "XDS Endpoint")
                .string("xds-label", "Istiod pod label selector")
                .number("xds-port", 15012, "Istiod pod port");
    }

    @Override
    public int run(Call call) {
        String file = call.flags().text("filename");
        if (file.isEmpty()) {
            throw new IstioctlFailure("1 error occurred:\n\t* filename not specified (see --filename or -f)\n\n");
        }
        for (String refused : NOT_MODELLED) {
            if (call.flags().isSet(refused)) {
                throw new IstioctlFailure("istioctl kube-inject --" + refused + " is not available in the sandbox yet");
            }
        }
        String manifests = file.equals("-") ? standardInput(call) : InjectionSources.read(call, file);
        Injection.Configuration configuration = InjectionSources.of(call);
        String injected;
        try {
            injected = injection.inject(manifests, configuration, call.err()::print);
        } catch (Injection.Problem problem) {
            throw new IstioctlFailure(problem.words());
        }
        write(call, injected);
        return 0;
    }

    private static String standardInput(Call call) {
        try {
            return new String(call.invocation().in().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new IstioctlFailure("read /dev/stdin: " + problem.getMessage());
        }
    }

    private static void write(Call call, String text) {
        String path = call.flags().text("output");
        if (path.isEmpty()) {
            call.out().print(text);
            return;
        }
        try (Output out = call.invocation().environment().files().write(path, false)) {
            out.print(text);
        } catch (FileProblem problem) {
            throw new IstioctlFailure("open " + path + ": " + problem.reason().toLowerCase(Locale.ROOT));
        }
    }
}
