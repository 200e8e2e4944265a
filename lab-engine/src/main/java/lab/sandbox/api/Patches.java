package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lab.kube.ApiFailure;
import lab.kube.JsonPatch;
import lab.kube.MergePatch;
import lab.kube.PatchProblem;
import lab.kube.Request;
import lab.kube.Status;
import lab.kube.StrategicMergePatch;
import lab.kube.schema.Schema;
import lab.kube.schema.Schemas;

/** Applies a PATCH to a stored object. Models staging/src/k8s.io/apiserver/pkg/endpoints/handlers/patch.go@1.34. */
final class Patches {
    private static final String JSON = "application/json-patch+json";
    private static final String MERGE = "application/merge-patch+json";
    private static final String STRATEGIC = "application/strategic-merge-patch+json";

    /** Server-side apply: the fields sent are merged into the object. Not modelled: field owners and conflicts. */
    static final String APPLY = "application/apply-patch+yaml";

    private Patches() {}

    static ObjectNode apply(Resource resource, ObjectNode old, Request request) {
        JsonNode patch = request.body();
        if (patch == null) {
            throw Refusal.with(Status.badRequest("Required body is missing"));
        }
        String type = request.header("content-type");
        ObjectNode shown = Reads.show(resource, old);
        Schema kind = resource.custom() ? null : Schemas.kubernetes().of(resource.apiVersion(), resource.kind());
        JsonNode patched;
        try {
            switch (type) {
                case JSON -> patched = JsonPatch.apply(shown, patch);
                case MERGE -> patched = MergePatch.apply(shown, patch);
                case APPLY ->
                    patched = kind == null
                            ? MergePatch.apply(shown, patch)
                            : StrategicMergePatch.apply(shown, patch, kind);
                case STRATEGIC -> {
                    if (kind == null) {
                        throw unsupported(resource);
                    }
                    patched = StrategicMergePatch.apply(shown, patch, kind);
                }
                default -> throw unsupported(resource);
            }
        } catch (PatchProblem e) {
            if (type.equals(JSON)) {
                ObjectNode status =
                        Status.of(422, "Invalid", "the server rejected our request due to an error in our request");
                status.putObject("details");
                throw Refusal.with(status);
            }
            throw Refusal.with(Status.badRequest(e.text()));
        }
        if (!(patched instanceof ObjectNode object)) {
            throw Refusal.with(Status.badRequest("the patch leaves no object"));
        }
        return object;
    }

    private static ApiFailure unsupported(Resource resource) {
        List<String> known = new ArrayList<>(List.of(JSON, MERGE));
        if (!resource.custom()) {
            known.add(STRATEGIC);
        }
        return Refusal.with(Status.unsupportedMediaType(known));
    }
}
