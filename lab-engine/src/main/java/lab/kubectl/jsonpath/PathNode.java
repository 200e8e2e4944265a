package lab.kubectl.jsonpath;

import java.util.List;

/** A parsed piece of a JSONPath template. */
// models k8s.io/client-go util/jsonpath/node.go@1.34
sealed interface PathNode {
    /** Pieces applied one after the other: what stands between braces. */
    record Sequence(List<PathNode> nodes) implements PathNode {}

    record Text(String text) implements PathNode {}

    record Field(String name) implements PathNode {}

    /** {@code range} or {@code end}. */
    record Identifier(String name) implements PathNode {}

    record Slice(Bound from, Bound to, Bound step) implements PathNode {}

    /** One number of a slice; derived when {@code [n]} was written for {@code [n:n+1]}. */
    record Bound(boolean known, int value, boolean derived) {}

    record Filter(Sequence left, Sequence right, String operator) implements PathNode {}

    record IntegerValue(long value) implements PathNode {}

    record DecimalValue(double value) implements PathNode {}

    record BooleanValue(boolean value) implements PathNode {}

    record Wildcard() implements PathNode {}

    record Recursive() implements PathNode {}

    record Union(List<Sequence> alternatives) implements PathNode {}
}
