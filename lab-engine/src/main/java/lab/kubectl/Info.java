package lab.kubectl;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One thing that a command works on: an object, or a whole list or Table when nothing was named.
 *
 * @param name empty for a list
 * @param object what the server or the file says; missing if it was only named
 * @param source the file it comes from, {@code STDIN}, or empty
 */
public record Info(ResourceType type, String namespace, String name, JsonNode object, String source) {
    public Info with(JsonNode newObject) {
        return new Info(type, namespace, name, newObject, source);
    }

    /** The object's path on the server. */
    public String path() {
        return name.isEmpty() ? type.path(namespace) : type.path(namespace, name);
    }

    /** {@code deployment.apps/x}. */
    public String title() {
        return type.title(name);
    }

    public boolean fromFile() {
        return !source.isEmpty();
    }
}
