package lab.kube;

import lab.kube.schema.Field;
import lab.kube.schema.Schema;
import lab.kube.schema.Schemas;
import lab.kube.schema.Type;

/** Where a strategic merge patch is in a kind's structure: what is known of the members there. */
record PatchStructure(Type type) {
    /** What a member's list or object does when it is patched. */
    record Member(PatchStructure structure, String strategy, String mergeKey) {
        boolean merges() {
            return strategy.equals("merge") || strategy.equals("merge,retainKeys");
        }

        boolean retainsKeys() {
            return strategy.endsWith("retainKeys");
        }

        boolean replaces() {
            return strategy.startsWith("replace");
        }
    }

    static final PatchStructure UNKNOWN = new PatchStructure(new Type.Any());

    /** A member; of a list, its entries. */
    Member member(String name) {
        if (type instanceof Type.MapOf map) {
            return new Member(new PatchStructure(map.value()), "", "");
        }
        Schema schema = Schemas.kubernetes().behind(type);
        Field field = schema == null ? null : schema.field(name);
        if (field == null) {
            return new Member(UNKNOWN, "", "");
        }
        Type inner = field.type() instanceof Type.ListOf list ? list.item() : field.type();
        return new Member(new PatchStructure(inner), field.patchStrategy(), field.mergeKey());
    }
}
