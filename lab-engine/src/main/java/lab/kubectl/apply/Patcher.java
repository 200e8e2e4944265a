package lab.kubectl.apply;

import com.fasterxml.jackson.databind.JsonNode;
import lab.kube.PatchProblem;
import lab.kube.Request;
import lab.kube.ThreeWayMerge;
import lab.kubectl.Call;
import lab.kubectl.Info;
import lab.kubectl.KubectlFailure;
import lab.kubectl.ResourceType;
import lab.kubectl.ServerFailure;
import lab.kubectl.print.DryRun;
import lab.kubectl.text.GoValue;
import org.jspecify.annotations.Nullable;

/** Sends the three-way patch of one object; after a conflict it looks again, five times. */
// models kubectl pkg/cmd/apply/patcher.go@1.34
final class Patcher {
    private static final int TRIES = 5;

    private final Call call;
    private final Info info;
    private final DryRun dryRun;

    Patcher(Call call, Info info, DryRun dryRun) {
        this.call = call;
        this.info = info;
        this.dryRun = dryRun;
    }

    /** @return the object after the patch, null if nothing had to change */
    @Nullable
    JsonNode patch(JsonNode modified, JsonNode live) {
        JsonNode current = live;
        for (int tried = 1; ; tried++) {
            ThreeWayMerge.Patch patch = merge(modified, current);
            if (patch.isEmpty()) {
                return null;
            }
            if (current.path("metadata").has("deletionTimestamp")) {
                call.warn("Detected changes to resource " + info.name() + " which is currently being deleted.");
            }
            try {
                return call.client()
                        .send(dryRun.on(Request.patch(info.path(), patch.contentType(), patch.body()))
                                .with("fieldManager", call.flags().text("field-manager"))
                                .with("fieldValidation", Validation.of(call).parameter()));
            } catch (ServerFailure failure) {
                if (!failure.isConflict() || tried > TRIES) {
                    throw failure.during("error when applying patch:\n" + GoValue.json(patch.body()) + "\nto:\n"
                            + describe(info) + "\nfor: \"" + info.source() + "\"");
                }
                current = call.client().get(info.path());
            }
        }
    }

    private ThreeWayMerge.Patch merge(JsonNode modified, JsonNode live) {
        try {
            return ThreeWayMerge.patch(LastApplied.of(live), modified, live);
        } catch (PatchProblem problem) {
            throw new KubectlFailure(String.valueOf(problem.getMessage()));
        }
    }

    /** An object as Go's {@code resource.Info} prints itself. */
    static String describe(Info info) {
        ResourceType type = info.type();
        String version = type.group() + "/" + type.version();
        return "Resource: \"" + version + ", Resource=" + type.resource() + "\", GroupVersionKind: \"" + version
                + ", Kind=" + type.kind() + "\"\nName: \"" + info.name() + "\", Namespace: \"" + info.namespace()
                + "\"";
    }
}
