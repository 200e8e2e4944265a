package lab.sandbox.mesh;

import java.util.function.Consumer;
import lab.istioctl.Injection;
import lab.kube.YamlProblem;

/** The injector as istioctl uses it. */
public final class ManifestInjection implements Injection {
    @Override
    public String inject(String manifests, Configuration configuration, Consumer<String> warnings) throws Problem {
        try {
            InjectionSettings settings = InjectionSettings.of(
                    configuration.config(),
                    configuration.values(),
                    configuration.mesh(),
                    configuration.nativeSidecars());
            return new KubeInjection(settings, configuration.revision(), configuration.throughWebhook(), warnings)
                    .inject(manifests);
        } catch (InjectionProblem problem) {
            throw new Problem(String.valueOf(problem.getMessage()));
        } catch (YamlProblem problem) {
            throw new Problem(String.valueOf(problem.getMessage()));
        }
    }
}
