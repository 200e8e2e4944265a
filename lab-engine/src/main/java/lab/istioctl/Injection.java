package lab.istioctl;

import java.util.function.Consumer;

/** Adds sidecars to manifests; what the real istioctl has compiled in of istiod. */
public interface Injection {
    /**
     * What an injection works with, as texts.
     *
     * @param config templates and policy
     * @param values Helm values, YAML or JSON
     * @param mesh mesh configuration
     * @param throughWebhook istiod is asked, which sees a nameless pod: no workload name, no owner
     */
    record Configuration(
            String config,
            String values,
            String mesh,
            boolean nativeSidecars,
            String revision,
            boolean throughWebhook) {}

    /** The words that istioctl prints after {@code Error: }. */
    final class Problem extends Exception {
        private static final long serialVersionUID = 1;

        public Problem(String message) {
            super(message, null, false, false);
        }

        public String words() {
            return String.valueOf(getMessage());
        }
    }

    /** Manifests with their workloads injected, each document followed by a separator. */
    String inject(String manifests, Configuration configuration, Consumer<String> warnings) throws Problem;
}
