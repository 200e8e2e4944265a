package lab.kube.schema;

import java.util.List;

/**
 * A field of a kind.
 *
 * @param enums the values allowed, empty if any
 * @param patchStrategy {@code merge}, {@code retainKeys}, {@code merge,retainKeys}, {@code replace} or empty
 * @param mergeKey by which list entries are told apart in a strategic merge patch; empty if none
 * @param listType {@code set}, {@code atomic}, {@code map} or empty
 * @param mapKeys by which entries of a {@code map} list are told apart
 */
public record Field(
        String name,
        Type type,
        boolean required,
        List<String> enums,
        String patchStrategy,
        String mergeKey,
        String listType,
        List<String> mapKeys) {
    public Field {
        enums = List.copyOf(enums);
        mapKeys = List.copyOf(mapKeys);
    }
}
