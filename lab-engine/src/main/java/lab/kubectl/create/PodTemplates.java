package lab.kubectl.create;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Parts of objects that several generators make. */
final class PodTemplates {
    private PodTemplates() {}

    /** The name of a container as kubectl takes it from an image: its last part without tag and digest. */
    static String containerName(String image) {
        String last = image.substring(image.lastIndexOf('/') + 1);
        return last.replaceFirst("[:@].*$", "").replaceAll("[^a-z0-9-]", "-");
    }

    static ObjectNode container(ArrayNode containers, String name, String image, List<String> command) {
        ObjectNode container = containers.addObject();
        if (!command.isEmpty()) {
            ArrayNode words = container.putArray("command");
            command.forEach(words::add);
        }
        container.put("image", image).put("name", name).putObject("resources");
        return container;
    }

    /** The arguments after {@code --}, or after the name. */
    static List<String> command(List<String> arguments) {
        return arguments.subList(Math.min(1, arguments.size()), arguments.size());
    }
}
