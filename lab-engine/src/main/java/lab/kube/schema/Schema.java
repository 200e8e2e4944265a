package lab.kube.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind, or a part of one.
 *
 * @param name such as {@code core.v1.Container}
 * @param alias what it stands for when it is no object with fields: {@code integer|string}, {@code string/date-time}
 */
public record Schema(String name, String alias, Map<String, Field> fields) {
    public Schema {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public @Nullable Field field(String field) {
        return fields.get(field);
    }
}
