package lab.sandbox.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lab.Shared;
import lab.conformance.Recordings;
import lab.kube.Request;
import lab.kube.Response;
import lab.kube.Yaml;
import lab.sandbox.state.SandboxState;
import org.junit.jupiter.api.Test;

/** Istio's kinds, defined from what Istio's own definitions say. */
class CustomResourcesTest {
    private static final String PEERS = "/apis/security.istio.io/v1/namespaces/default/peerauthentications";
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

    private final ApiServer api = new ApiServer(new SandboxState(1, Instant.parse("2026-11-23T01:34:57Z")));

    CustomResourcesTest() {
        api.send(Request.post(
                "/api/v1/namespaces", yaml("{apiVersion: v1, kind: Namespace, metadata: {name: default}}")));
    }

    private static JsonNode yaml(String text) {
        return Yaml.parse(text).get(0);
    }

    private void define(String kind) throws IOException {
        JsonNode facts = new ObjectMapper()
                .readTree(Shared.istio().resolve("crds.json").toFile())
                .path(kind);
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.put("apiVersion", "apiextensions.k8s.io/v1").put("kind", "CustomResourceDefinition");
        String plural = facts.at("/names/plural").asText();
        definition
                .putObject("metadata")
                .put("name", plural + "." + facts.path("group").asText());
        ObjectNode spec = definition.putObject("spec");
        spec.set("group", facts.path("group"));
        spec.set("scope", facts.path("scope"));
        spec.set("names", facts.path("names"));
        for (JsonNode version : facts.path("versions")) {
            ObjectNode made = spec.withArray("/versions").addObject();
            made.set("name", version.path("name"));
            made.put("served", true).set("storage", version.path("storage"));
            made.set("subresources", version.path("subresources"));
            made.set("additionalPrinterColumns", version.path("columns"));
            ObjectNode schema =
                    made.putObject("schema").putObject("openAPIV3Schema").put("type", "object");
            ObjectNode properties = schema.putObject("properties");
            properties.set("spec", version.path("schema"));
            properties.putObject("status").put("type", "object").put("x-kubernetes-preserve-unknown-fields", true);
        }
        Response response =
                api.send(Request.post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", definition));
        assertEquals(201, response.code(), response.body()::toString);
    }

    private Response peer(String mode) {
        return api.send(Request.post(
                PEERS,
                yaml("{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: bad}, spec: {mtls:"
                        + " {mode: " + mode + "}}}")));
    }

    @Test
    void areServedFromTheirDefinitionOn() throws IOException {
        assertEquals(404, peer("STRICT").code());
        define("PeerAuthentication");
        assertEquals(201, peer("STRICT").code());
        JsonNode table =
                api.send(Request.get(PEERS).withHeader("accept", TABLE)).body();
        assertEquals("[\"bad\",\"STRICT\",\"0s\"]", table.at("/rows/0/cells").toString());
        JsonNode old = api.send(
                        Request.get("/apis/security.istio.io/v1beta1/namespaces/default/peerauthentications/bad"))
                .body();
        assertEquals("security.istio.io/v1beta1", old.path("apiVersion").asText());
        api.send(Request.delete(
                "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/" + "peerauthentications.security.istio.io"));
        assertEquals(404, api.send(Request.get(PEERS)).code());
        assertNull(api.find("peerauthentications.security.istio.io", "default", "bad"));
    }

    @Test
    void discoveryTellsOfThemWhatTheRealServerTells() throws IOException {
        List<String> kinds = new ArrayList<>();
        new ObjectMapper()
                .readTree(Shared.istio().resolve("crds.json").toFile())
                .fieldNames()
                .forEachRemaining(kinds::add);
        for (String kind : kinds) {
            define(kind);
        }
        JsonNode recorded = new ObjectMapper().readTree(Recordings.text("kubernetes-api.json"));
        String accept = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";
        assertEquals(
                recorded.at("/discovery/apis").toPrettyString(),
                api.send(Request.get("/apis").withHeader("accept", accept))
                        .body()
                        .toPrettyString());
    }

    @Test
    void areValidatedByTheirSchema() throws IOException {
        define("PeerAuthentication");
        List<String> causes = new ArrayList<>();
        peer("STRIKT")
                .body()
                .at("/details/causes")
                .forEach(cause -> causes.add(cause.path("field").asText() + ": "
                        + cause.path("message").asText()));
        assertEquals(
                List.of(
                        "spec.mtls.mode: Unsupported value: \"STRIKT\": supported values: \"UNSET\", \"DISABLE\","
                                + " \"PERMISSIVE\", \"STRICT\"",
                        "<nil>: Invalid value: null: some validation rules were not checked because the object was"
                                + " invalid; correct the existing errors to complete validation"),
                causes);
    }

    @Test
    void aChangedSpecIsANewGeneration() throws IOException {
        define("PeerAuthentication");
        peer("STRICT");
        JsonNode changed = api.send(Request.patch(
                        PEERS + "/bad", "application/merge-patch+json", yaml("{spec: {mtls: {mode: PERMISSIVE}}}")))
                .body();
        assertEquals(2, changed.at("/metadata/generation").asInt());
        JsonNode labelled = api.send(Request.patch(
                        PEERS + "/bad", "application/merge-patch+json", yaml("{metadata: {labels: {a: b}}}")))
                .body();
        assertEquals(2, labelled.at("/metadata/generation").asInt());
    }
}
