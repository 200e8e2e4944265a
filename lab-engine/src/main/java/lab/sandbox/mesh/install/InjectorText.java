package lab.sandbox.mesh.install;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes the two texts of the ConfigMap {@code istio-sidecar-injector}. */
public interface InjectorText {
    /** The key {@code config}: policy, selectors and templates. */
    String config();

    /**
     * The key {@code values}: the chart's values with these set.
     *
     * @param overrides such as {@code {"global":{"proxy":{"logLevel":"info"}}}}
     */
    String values(ObjectNode overrides);
}
