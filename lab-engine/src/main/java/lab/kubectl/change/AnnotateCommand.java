package lab.kubectl.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.KubectlFailure;
import lab.shell.pflag.FlagSet;

/** {@code kubectl annotate}. */
// models kubectl pkg/cmd/annotate/annotate.go@1.34
public final class AnnotateCommand implements Command {
    @Override
    public String name() {
        return "annotate";
    }

    @Override
    public Help help() {
        return new Help(
                "Update the annotations on a resource",
                "Update the annotations on one or more resources.\n\n"
                        + " All Kubernetes objects support the ability to store additional data with the object as"
                        + " annotations.",
                "  # Update pod 'foo' with the annotation 'description' and the value 'my frontend'\n"
                        + "  kubectl annotate pods foo description='my frontend'",
                "[--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version]"
                        + " [options]");
    }

    @Override
    public FlagSet flags() {
        return MetadataChange.flags();
    }

    @Override
    public int run(Call call) {
        return new MetadataChange(call, new Annotations()).run();
    }

    private record Annotations() implements MetadataChange.Kind {
        @Override
        public String field() {
            return "annotations";
        }

        @Override
        public String what() {
            return "annotation";
        }

        @Override
        public void refuse(JsonNode present, Map<String, String> wanted) {
            List<String> declared = new ArrayList<>();
            wanted.forEach((key, value) -> {
                JsonNode old = present.get(key);
                if (old != null && !old.asText().equals(value)) {
                    declared.add("'" + key + "' already has a value (" + old.asText() + ")");
                }
            });
            if (!declared.isEmpty()) {
                throw new KubectlFailure("--overwrite is false but found the following declared annotation(s): "
                        + String.join("; ", declared));
            }
        }

        @Override
        public String operation(JsonNode before, JsonNode after) {
            return "annotated";
        }
    }
}
