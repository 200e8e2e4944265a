package lab.sandbox.controller;

/** An image's name as containerd reports it. */
// models github.com/distribution/reference ParseDockerRef
final class ImageNames {
    private ImageNames() {}

    /** With registry and tag: {@code nginx} is {@code docker.io/library/nginx:latest}. */
    static String full(String name) {
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean registry = first.contains(".") || first.contains(":") || first.equals("localhost");
        String withRegistry = registry ? name : slash < 0 ? "docker.io/library/" + name : "docker.io/" + name;
        String last = withRegistry.substring(withRegistry.lastIndexOf('/'));
        return last.contains(":") || last.contains("@") ? withRegistry : withRegistry + ":latest";
    }
}
