package lab.sandbox.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lab.kube.Yaml;

/** What a mesh is configured to when nobody says otherwise. Models istio pkg/config/mesh/mesh.go@1.30.3. */
final class MeshDefaults {
    /** The fields of ProxyConfig in the order of its protobuf definition: PROXY_CONFIG prints them so. */
    private static final List<String> PROXY_FIELDS = List.of(
            "configPath",
            "binaryPath",
            "serviceCluster",
            "tracingServiceName",
            "drainDuration",
            "discoveryAddress",
            "zipkinAddress",
            "statsdUdpAddress",
            "proxyAdminPort",
            "controlPlaneAuthPolicy",
            "customConfigFile",
            "statNameLength",
            "concurrency",
            "proxyBootstrapTemplatePath",
            "interceptionMode",
            "tracing",
            "envoyAccessLogService",
            "envoyMetricsService",
            "proxyMetadata",
            "runtimeValues",
            "statusPort",
            "extraStatTags",
            "gatewayTopology",
            "terminationDrainDuration",
            "meshId",
            "readinessProbe",
            "proxyStatsMatcher",
            "holdApplicationUntilProxyStarts",
            "caCertificatesPem",
            "image",
            "privateKeyProvider",
            "proxyHeaders",
            "fileFlushInterval",
            "fileFlushMinSizeKb",
            "statsCompression");

    private MeshDefaults() {}

    static ObjectNode mesh() {
        ObjectNode mesh = (ObjectNode) Yaml.value("""
            trustDomain: cluster.local
            rootNamespace: istio-system
            enablePrometheusMerge: true
            inboundTrafficPolicy: {mode: PASSTHROUGH}
            """);
        mesh.set("defaultConfig", proxy());
        return mesh;
    }

    static ObjectNode proxy() {
        return (ObjectNode) Yaml.value("""
            configPath: ./etc/istio/proxy
            binaryPath: /usr/local/bin/envoy
            serviceCluster: istio-proxy
            drainDuration: 45s
            terminationDrainDuration: 5s
            proxyAdminPort: 15000
            controlPlaneAuthPolicy: MUTUAL_TLS
            discoveryAddress: istiod.istio-system.svc:15012
            statNameLength: 189
            statusPort: 15020
            interceptionMode: REDIRECT
            """);
    }

    /** Only what differs from the defaults, as protobuf JSON. */
    static ObjectNode minimal(JsonNode proxyConfig) {
        ObjectNode defaults = proxy();
        ObjectNode minimal = defaults.objectNode();
        for (String field : PROXY_FIELDS) {
            JsonNode value = proxyConfig.get(field);
            if (value != null && !value.isNull() && !value.equals(defaults.get(field))) {
                minimal.set(field, value);
            }
        }
        return minimal;
    }
}
