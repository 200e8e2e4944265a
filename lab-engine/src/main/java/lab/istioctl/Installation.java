package lab.istioctl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Renders what {@code istioctl install} applies; what the real one has compiled in as charts. */
public interface Installation {
    /** One {@code --set PATH=VALUE}. */
    record Setting(String path, String value) {}

    /** A part with the title that the progress shows, and its objects in the order in which they are applied. */
    record Component(String title, String icon, List<ObjectNode> objects) {
        public Component {
            objects = List.copyOf(objects);
        }
    }

    /** @param tag the objects that make this revision the default one, applied last */
    record Plan(List<Component> components, List<ObjectNode> tag) {
        public Plan {
            components = List.copyOf(components);
            tag = List.copyOf(tag);
        }
    }

    /** The words that istioctl prints after {@code Error: }. */
    final class Problem extends Exception {
        private static final long serialVersionUID = 1;

        public Problem(String message) {
            super(message);
        }

        public String words() {
            return String.valueOf(getMessage());
        }
    }

    Plan plan(String profile, List<Setting> settings) throws Problem;
}
