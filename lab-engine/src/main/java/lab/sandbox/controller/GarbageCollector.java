package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import lab.kube.Request;
import lab.sandbox.api.Change;
import lab.sandbox.state.SandboxState;
import org.jspecify.annotations.Nullable;

/** Deletes what its owners leave behind: in the background, before the owner goes, or not at all. */
// models pkg/controller/garbagecollector@1.34
final class GarbageCollector {
    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";
    private static final Set<Kind> WATCHED = EnumSet.complementOf(EnumSet.of(Kind.EVENT, Kind.NAMESPACE));

    private final Objects objects;
    private final WorkQueue absent;
    private final WorkQueue deleting;
    private final WorkQueue dependents;

    GarbageCollector(SandboxState state, Objects objects) {
        this.objects = objects;
        this.absent = new WorkQueue(state, "garbage-absent-owner", Timings.GARBAGE_REACTION, this::ownerGone);
        this.deleting = new WorkQueue(state, "garbage-deleting-owner", Timings.GARBAGE_REACTION, this::ownerGoing);
        this.dependents = new WorkQueue(state, "garbage-dependent", Timings.GARBAGE_REACTION, this::checkOwners);
        WATCHED.forEach(kind -> objects.subscribe(kind, change -> changed(kind, change)));
    }

    private void changed(Kind kind, Change change) {
        JsonNode object = change.object();
        String key = kind.name() + " " + Meta.namespace(object) + " " + Meta.name(object);
        if (change.type() == Change.Type.DELETED) {
            absent.add(Meta.uid(object));
            for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
                if (owner.path("blockOwnerDeletion").asBoolean()) {
                    ownerChanged(object, owner);
                }
            }
        } else if (Meta.isDeleted(object) && (has(object, FOREGROUND) || has(object, ORPHAN))) {
            deleting.add(key);
        }
        if (change.type() == Change.Type.ADDED && object.path("metadata").has("ownerReferences")) {
            dependents.add(key);
        }
    }

    private void ownerChanged(JsonNode dependent, JsonNode reference) {
        Kind kind = kindOf(reference);
        if (kind != null) {
            String namespace = kind.namespaced() ? Meta.namespace(dependent) : "";
            deleting.add(
                    kind.name() + " " + namespace + " " + reference.path("name").asText());
        }
    }

    private static @Nullable Kind kindOf(JsonNode reference) {
        for (Kind kind : Kind.values()) {
            if (kind.kind().equals(reference.path("kind").asText())) {
                return kind;
            }
        }
        return null;
    }

    private static boolean has(JsonNode object, String finalizer) {
        for (JsonNode one : object.path("metadata").path("finalizers")) {
            if (one.asText().equals(finalizer)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOwnedBy(JsonNode object, String uid) {
        for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
            if (owner.path("uid").asText().equals(uid)) {
                return true;
            }
        }
        return false;
    }

    private void eachDependent(String uid, BiConsumer<Kind, JsonNode> action) {
        for (Kind kind : WATCHED) {
            for (ObjectNode object : List.copyOf(objects.list(kind, ""))) {
                if (isOwnedBy(object, uid)) {
                    action.accept(kind, object);
                }
            }
        }
    }

    private boolean ownerGone(String uid) {
        eachDependent(uid, (kind, object) -> {
            if (liveOwners(object, uid) > 0) {
                Owners.remove(objects, kind, object, uid);
            } else {
                delete(kind, object, "Background");
            }
        });
        return true;
    }

    private int liveOwners(JsonNode object, String except) {
        int live = 0;
        for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
            live += !owner.path("uid").asText().equals(except) && exists(object, owner) ? 1 : 0;
        }
        return live;
    }

    /** Owners of kinds that are not watched are taken to exist. */
    private boolean exists(JsonNode object, JsonNode reference) {
        Kind kind = kindOf(reference);
        if (kind == null) {
            return true;
        }
        String namespace = kind.namespaced() ? Meta.namespace(object) : "";
        JsonNode owner = objects.find(kind, namespace, reference.path("name").asText());
        return owner != null && Meta.uid(owner).equals(reference.path("uid").asText());
    }

    private boolean checkOwners(String key) {
        String[] parts = key.split(" ", 3);
        Kind kind = Kind.valueOf(parts[0]);
        JsonNode object = objects.find(kind, parts[1], parts[2]);
        if (object != null && object.path("metadata").has("ownerReferences") && liveOwners(object, "") == 0) {
            delete(kind, object, "Background");
        }
        return true;
    }

    private boolean ownerGoing(String key) {
        String[] parts = key.split(" ", 3);
        Kind kind = Kind.valueOf(parts[0]);
        JsonNode owner = objects.find(kind, parts[1], parts[2]);
        if (owner == null || !Meta.isDeleted(owner)) {
            return true;
        }
        if (has(owner, ORPHAN)) {
            eachDependent(Meta.uid(owner), (dependent, object) -> {
                Owners.remove(objects, dependent, object, Meta.uid(owner));
            });
            return finish(kind, owner, ORPHAN);
        }
        if (!has(owner, FOREGROUND)) {
            return true;
        }
        int[] blocking = {0};
        eachDependent(Meta.uid(owner), (dependent, object) -> {
            blocking[0]++;
            if (!Meta.isDeleted(object)) {
                delete(dependent, object, "Foreground");
            }
        });
        if (blocking[0] == 0) {
            return finish(kind, owner, FOREGROUND);
        }
        deleting.addAfter(key, Timings.NAMESPACE_RETRY);
        return true;
    }

    private boolean finish(Kind kind, JsonNode owner, String finalizer) {
        return objects.modify(kind, Meta.namespace(owner), Meta.name(owner), copy -> {
            ArrayNode finalizers = copy.withObject("/metadata").withArray("/finalizers");
            for (int i = finalizers.size() - 1; i >= 0; i--) {
                if (finalizers.get(i).asText().equals(finalizer)) {
                    finalizers.remove(i);
                }
            }
        });
    }

    private void delete(Kind kind, JsonNode object, String propagation) {
        ObjectNode options = Objects.deleteOptions(object).put("propagationPolicy", propagation);
        objects.send(Request.delete(kind.path(Meta.namespace(object), Meta.name(object)))
                .withBody("application/json", options));
    }
}
