package lab.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import lab.kube.schema.Schema;
import lab.kube.schema.Schemas;
import org.junit.jupiter.api.Test;

class PatchesTest {
    private static final Schema DEPLOYMENT =
            Objects.requireNonNull(Schemas.kubernetes().of("apps/v1", "Deployment"));
    private static final Schema SERVICE =
            Objects.requireNonNull(Schemas.kubernetes().of("v1", "Service"));

    private static JsonNode yaml(String text) {
        return Yaml.parse(text).get(0);
    }

    private static String strategic(String target, String patch, Schema kind) throws PatchProblem {
        return StrategicMergePatch.apply(yaml(target), yaml(patch), kind).toString();
    }

    private static final String POD = "spec: {template: {spec: {containers: [";

    @Test
    void mergesContainersByName() throws PatchProblem {
        assertEquals(
                yaml(POD + "{name: a, image: y, command: [x]}, {name: b, image: z}]}}}")
                        .toString(),
                strategic(
                        POD + "{name: a, image: x, command: [x]}, {name: b, image: z}]}}}",
                        POD + "{name: a, image: y}]}}}",
                        DEPLOYMENT));
    }

    @Test
    void mergesServicePortsByPort() throws PatchProblem {
        assertEquals(
                "{\"spec\":{\"ports\":[{\"name\":\"tcp-http\",\"port\":8000,\"protocol\":\"TCP\",\"targetPort\":8080}]}}",
                strategic(
                        "spec: {ports: [{name: http, port: 8000, protocol: TCP, targetPort: 8080}]}",
                        "spec: {ports: [{port: 8000, name: tcp-http}]}",
                        SERVICE));
    }

    @Test
    void deletesEntriesByDirective() throws PatchProblem {
        assertEquals(
                yaml(POD + "{name: b}]}}}").toString(),
                strategic(POD + "{name: a}, {name: b}]}}}", POD + "{name: a, $patch: delete}]}}}", DEPLOYMENT));
    }

    @Test
    void keepsOnlyRetainedKeys() throws PatchProblem {
        assertEquals(
                "{\"spec\":{\"strategy\":{\"type\":\"Recreate\"}}}",
                strategic(
                        "spec: {strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1}}}",
                        "spec: {strategy: {$retainKeys: [type], type: Recreate}}",
                        DEPLOYMENT));
    }

    @Test
    void putsEntriesInTheOrderAsked() throws PatchProblem {
        assertEquals(
                yaml(POD + "{name: b}, {name: a}]}}}").toString(),
                strategic(
                        POD + "{name: a}, {name: b}]}}}",
                        "spec: {template: {spec: {$setElementOrder/containers: [{name: b}, {name: a}]}}}",
                        DEPLOYMENT));
    }

    @Test
    void replacesListsWithoutMergeKey() throws PatchProblem {
        assertEquals(
                yaml(POD + "{name: a, args: [z]}]}}}").toString(),
                strategic(POD + "{name: a, args: [x, y]}]}}}", POD + "{name: a, args: [z]}]}}}", DEPLOYMENT));
    }

    private static final String HEAD = "{apiVersion: apps/v1, kind: Deployment, ";

    @Test
    void applyChangesWhatTheManifestChanged() throws PatchProblem {
        String last = HEAD + POD + "{name: a, image: x, env: [{name: K, value: v}]}]}}}}";
        String live = HEAD + POD
                + "{name: a, image: x, imagePullPolicy: Always, env: [{name: K, value: v}]}]}}}, status: {replicas:"
                + " 1}}";
        String modified = HEAD + POD + "{name: a, image: y}]}}}}";
        ThreeWayMerge.Patch patch = ThreeWayMerge.patch(yaml(last), yaml(modified), yaml(live));
        assertEquals("application/strategic-merge-patch+json", patch.contentType());
        assertEquals(
                yaml("spec: {template: {spec: {$setElementOrder/containers: [{name: a}], containers: [{name: a, image:"
                        + " y, env: null}]}}}"),
                patch.body());
    }

    @Test
    void applyOfTheSameManifestChangesNothing() throws PatchProblem {
        String last = HEAD + POD + "{name: a, image: x}]}}}}";
        String live = HEAD + POD + "{name: a, image: x, imagePullPolicy: Always}]}}}, status: {replicas: 1}}";
        assertEquals(
                true, ThreeWayMerge.patch(yaml(last), yaml(last), yaml(live)).isEmpty());
    }

    @Test
    void applyRemovesEntriesThatTheManifestNoLongerHas() throws PatchProblem {
        String last = HEAD + POD + "{name: a}, {name: b}]}}}}";
        String modified = HEAD + POD + "{name: a}]}}}}";
        ThreeWayMerge.Patch patch = ThreeWayMerge.patch(yaml(last), yaml(modified), yaml(last));
        assertEquals(
                yaml("spec: {template: {spec: {$setElementOrder/containers: [{name: a}], containers: [{$patch: delete,"
                        + " name: b}]}}}"),
                patch.body());
    }

    @Test
    void customResourcesAreAppliedByMergePatch() throws PatchProblem {
        String head = "{apiVersion: networking.istio.io/v1, kind: VirtualService, spec: ";
        ThreeWayMerge.Patch patch = ThreeWayMerge.patch(
                yaml(head + "{hosts: [a], gateways: [g]}}"),
                yaml(head + "{hosts: [b]}}"),
                yaml(head + "{hosts: [a], gateways: [g]}}"));
        assertEquals("application/merge-patch+json", patch.contentType());
        assertEquals(yaml("spec: {hosts: [b], gateways: null}"), patch.body());
    }

    @Test
    void jsonPatchesFollowTheirOperations() throws PatchProblem {
        assertEquals(
                yaml("{a: {b~x: [1, 3]}}"),
                JsonPatch.apply(
                        yaml("{a: {b~x: [1, 2], c: d}}"),
                        yaml("[{op: replace, path: /a/b~0x/1, value: 3}, {op: remove, path: /a/c}, {op: test, path:"
                                + " /a/b~0x/0, value: 1}]")));
        assertThrows(PatchProblem.class, () -> JsonPatch.apply(yaml("{a: 1}"), yaml("[{op: remove, path: /b}]")));
    }
}
