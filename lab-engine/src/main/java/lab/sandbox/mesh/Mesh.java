package lab.sandbox.mesh;

import lab.istioctl.Injection;
import lab.istioctl.Installation;
import lab.sandbox.api.ApiServer;
import lab.sandbox.api.WebhookTransport;
import lab.sandbox.mesh.install.MinimalInstallation;
import lab.sandbox.state.SandboxState;

/** Istio's part of the sandbox, wired to its API server. */
public final class Mesh {
    private final Istiod istiod;

    /** Made once for a state, before it is loaded. */
    public Mesh(SandboxState state, ApiServer api) {
        this.istiod = new Istiod(api);
        new NamespaceController(state, api);
    }

    /** How the API server reaches istiod's webhooks. */
    public WebhookTransport webhooks() {
        return istiod;
    }

    /** What {@code istioctl install} applies. */
    public Installation installation() {
        return new MinimalInstallation(new InjectorConfig(), RootCertificate.caBundle());
    }

    /** What {@code istioctl kube-inject} does. */
    public Injection injection() {
        return new ManifestInjection();
    }
}
