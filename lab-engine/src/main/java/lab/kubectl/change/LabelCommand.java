package lab.kubectl.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.kubectl.KubectlFailure;
import lab.shell.pflag.FlagSet;

/** {@code kubectl label}. */
// models kubectl pkg/cmd/label/label.go@1.34
public final class LabelCommand implements Command {
    @Override
    public String name() {
        return "label";
    }

    @Override
    public Help help() {
        return new Help(
                "Update the labels on a resource",
                "Update the labels on a resource.\n\n"
                        + "  *  A label key and value must begin with a letter or number, and may contain letters,"
                        + " numbers, hyphens, dots, and underscores, up to 63 characters each.\n"
                        + "  *  If --overwrite is true, then existing labels can be overwritten, otherwise attempting to"
                        + " overwrite a label will result in an error.",
                "  # Update pod 'foo' with the label 'unhealthy' and the value 'true'\n"
                        + "  kubectl label pods foo unhealthy=true",
                "[--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version]"
                        + " [options]");
    }

    @Override
    public FlagSet flags() {
        return MetadataChange.flags();
    }

    @Override
    public int run(Call call) {
        return new MetadataChange(call, new Labels(call.flags().bool("overwrite"))).run();
    }

    private record Labels(boolean overwrite) implements MetadataChange.Kind {
        @Override
        public String field() {
            return "labels";
        }

        @Override
        public String what() {
            return "label";
        }

        @Override
        public void refuse(JsonNode present, Map<String, String> wanted) {
            wanted.forEach((key, value) -> {
                JsonNode old = present.get(key);
                if (old != null && !old.asText().equals(value)) {
                    throw new KubectlFailure(
                            "'" + key + "' already has a value (" + old.asText() + "), and --overwrite is false");
                }
            });
        }

        @Override
        public String operation(JsonNode before, JsonNode after) {
            if (before.equals(after)) {
                return "not labeled";
            }
            return !overwrite && after.toString().length() < before.toString().length() ? "unlabeled" : "labeled";
        }
    }
}
