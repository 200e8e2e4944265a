package lab.sandbox.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import lab.sandbox.controller.ContainerRuntime.Image;

/** The images that the node has. */
final class PulledImages {
    private final TreeSet<String> pulled = new TreeSet<>();

    Image look(String reference) {
        KnownImage image = ImageCatalog.find(reference);
        String full = ImageCatalog.fullName(reference);
        if (image == null) {
            String failed =
                    "failed to pull and unpack image \"" + full + "\": failed to resolve reference \"" + full + "\": ";
            String problem = ImageCatalog.knownName(reference)
                    ? full + ": not found"
                    : "pull access denied, repository does not exist or may require authorization: server message:"
                            + " insufficient_scope: authorization failed";
            return new Image(null, 0, Duration.ofMillis(1400), false, failed + problem);
        }
        boolean here = image.onNode() || pulled.contains(full);
        return new Image(image.id(), image.bytes(), here ? Duration.ZERO : Node.pullTime(image.bytes()), here, null);
    }

    void pulled(String reference) {
        KnownImage image = ImageCatalog.find(reference);
        if (image != null && !image.onNode()) {
            pulled.add(ImageCatalog.fullName(reference));
        }
    }

    /** As {@code crictl images} lists them. */
    List<KnownImage> all() {
        List<KnownImage> all = new ArrayList<>(ImageCatalog.onNode());
        for (String reference : pulled) {
            KnownImage image = ImageCatalog.find(reference);
            if (image != null) {
                all.add(image);
            }
        }
        all.sort(Comparator.comparing(KnownImage::reference));
        return all;
    }

    JsonNode save() {
        ArrayNode saved = JsonNodeFactory.instance.arrayNode();
        pulled.forEach(saved::add);
        return saved;
    }

    void load(JsonNode saved) {
        pulled.clear();
        saved.forEach(reference -> pulled.add(reference.asText()));
    }
}
