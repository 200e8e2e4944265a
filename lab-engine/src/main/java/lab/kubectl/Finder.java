package lab.kubectl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import lab.kube.Request;
import lab.kube.Tree;

/** Finds what a command works on: types, names, {@code type/name}, files and selectors. */
// models k8s.io/cli-runtime pkg/resource/builder.go@1.34
public final class Finder {
    private static final String MISSING = """
        You must provide one or more resources by argument or filename.
        Example resource specifications include:
           '-f rsrc.yaml'
           '--filename=rsrc.json'
           '<resource> <name>'
           '<resource>'\
        """;

    private final Call call;
    private List<String> files = List.of();
    private boolean recursive;
    private String selector = "";
    private String fieldSelector = "";
    private boolean everything;
    private boolean allNamespaces;
    private boolean needsNames;
    private boolean latest;
    private boolean local;
    private boolean flattened;
    private BiConsumer<String, JsonNode> check = (source, object) -> {};
    private UnaryOperator<Request> change = UnaryOperator.identity();
    private final List<Info> infos = new ArrayList<>();
    private final List<KubectlFailure> failures = new ArrayList<>();

    Finder(Call call) {
        this.call = call;
    }

    /** Takes {@code -f} and {@code -R} from the flags; {@code -k} is refused. */
    public Finder files() {
        if (call.flags().isSet("kustomize")) {
            throw new KubectlFailure(call.path() + " -k is not available in the sandbox yet");
        }
        files = call.flags().list("filename");
        recursive = call.flags().bool("recursive");
        return this;
    }

    public Finder selectors(String labels, String fields) {
        selector = labels;
        fieldSelector = fields;
        return this;
    }

    /** {@code --all}: a type without names means all of its objects. */
    public Finder everything(boolean chosen) {
        everything = chosen;
        return this;
    }

    /** A type alone is refused unless a selector or {@link #everything} is there. */
    public Finder needsNames() {
        needsNames = true;
        return this;
    }

    public Finder allNamespaces(boolean chosen) {
        allNamespaces = chosen;
        return this;
    }

    /** Objects of files are asked from the server. */
    public Finder latest() {
        latest = true;
        return this;
    }

    /** The server is not asked about named objects. */
    public Finder local() {
        local = true;
        return this;
    }

    /** Lists fall apart into their items. */
    public Finder flattened() {
        flattened = true;
        return this;
    }

    /** Changes each GET before it is sent, e.g. to ask for Tables. */
    public Finder requests(UnaryOperator<Request> changing) {
        change = changing;
        return this;
    }

    /** Looks at each object of a file first, with the file's name; refuses with {@link KubectlFailure}. */
    public Finder checked(BiConsumer<String, JsonNode> looking) {
        check = looking;
        return this;
    }

    public Found find() {
        return find(call.arguments());
    }

    /** @throws KubectlFailure when the arguments make no sense; what is not there is told in {@link Found} */
    public Found find(List<String> arguments) {
        boolean single;
        if (!files.isEmpty()) {
            if (!arguments.isEmpty()) {
                throw new KubectlFailure("when paths, URLs, or stdin is provided as input, you may not specify resource"
                        + " arguments as well");
            }
            single = fromFiles();
        } else if (arguments.isEmpty()) {
            throw new KubectlFailure(MISSING);
        } else if (arguments.stream().anyMatch(word -> word.contains("/"))) {
            single = pairs(arguments);
        } else {
            single = typed(arguments);
        }
        return new Found(infos, failures, single);
    }

    private boolean fromFiles() {
        Manifests manifests = Manifests.read(call, files, recursive);
        failures.addAll(manifests.failures());
        for (Manifest manifest : manifests.all()) {
            try {
                Info info = info(manifest);
                infos.add(latest ? info.with(call.client().send(change.apply(Request.get(info.path())))) : info);
            } catch (KubectlFailure failure) {
                failures.add(failure);
            }
        }
        return files.size() == 1 && !files.get(0).equals("-");
    }

    private Info info(Manifest manifest) {
        JsonNode object = manifest.object();
        check.accept(manifest.source(), object);
        String kind = object.path("kind").asText();
        String apiVersion = object.path("apiVersion").asText();
        if (kind.isEmpty() || apiVersion.isEmpty()) {
            throw new KubectlFailure("unable to decode \"" + manifest.source() + "\": Object '"
                    + (kind.isEmpty() ? "Kind" : "apiVersion") + "' is missing in '" + object + "'");
        }
        String name = Tree.text(object, "metadata.name");
        String namespace = Tree.text(object, "metadata.namespace");
        ResourceType type = call.resources()
                .ofKind(apiVersion, kind)
                .orElseThrow(() -> new KubectlFailure("resource mapping not found for name: \"" + name
                        + "\" namespace: \"" + namespace + "\" from \"" + manifest.source()
                        + "\": no matches for kind \""
                        + kind + "\" in version \"" + apiVersion + "\"\nensure CRDs are installed first"));
        if (!type.namespaced()) {
            return new Info(type, "", name, object, manifest.source());
        }
        if (call.enforcesNamespace() && !namespace.isEmpty() && !namespace.equals(call.namespace())) {
            throw new KubectlFailure("the namespace from the provided object \"" + namespace
                    + "\" does not match the namespace \"" + call.namespace() + "\". You must pass '--namespace="
                    + namespace + "' to perform this operation.");
        }
        String place = namespace.isEmpty() ? call.namespace() : namespace;
        ObjectNode placed = object.deepCopy();
        Tree.child(placed, "metadata").put("namespace", place);
        return new Info(type, place, name, placed, manifest.source());
    }

    private boolean pairs(List<String> words) {
        if (everything) {
            throw new KubectlFailure("setting 'all' parameter but found a non empty selector. ");
        }
        refuseNames();
        List<Info> named = new ArrayList<>();
        for (String word : words) {
            String[] parts = word.split("/", -1);
            if (parts.length == 1) {
                throw new KubectlFailure(
                        "there is no need to specify a resource type as a separate argument when passing"
                                + " arguments in resource/name form (e.g. '" + call.path()
                                + " resource/<resource_name>' instead of '" + call.path()
                                + " resource resource/<resource_name>'");
            } else if (parts.length > 2) {
                throw new KubectlFailure("arguments in resource/name form may not have more than one slash");
            } else if (parts[0].isEmpty() || parts[1].isEmpty()) {
                throw new KubectlFailure("arguments in resource/name form must have a single resource and name");
            }
            named.add(target(call.resources().named(parts[0]), parts[1]));
        }
        named.forEach(this::fetch);
        return named.size() == 1;
    }

    private boolean typed(List<String> words) {
        List<ResourceType> types = types(words.get(0));
        List<String> names = words.subList(1, words.size());
        if (names.isEmpty()) {
            if (needsNames && selector.isEmpty() && fieldSelector.isEmpty() && !everything) {
                throw new KubectlFailure("resource(s) were provided, but no name was specified");
            }
            types.forEach(this::list);
            return false;
        }
        if (everything) {
            throw new KubectlFailure("name cannot be provided when a selector is specified");
        }
        refuseNames();
        for (ResourceType type : types) {
            names.forEach(name -> fetch(target(type, name)));
        }
        return types.size() == 1 && names.size() == 1;
    }

    private void refuseNames() {
        if (!selector.isEmpty() || !fieldSelector.isEmpty()) {
            throw new KubectlFailure("name cannot be provided when a selector is specified");
        }
        if (allNamespaces) {
            throw new KubectlFailure("a resource cannot be retrieved by name across all namespaces");
        }
    }

    private List<ResourceType> types(String words) {
        List<ResourceType> types = new ArrayList<>();
        for (String word : words.split(",")) {
            List<ResourceType> category = call.resources().category(word);
            if (category.isEmpty()) {
                types.add(call.resources().named(word));
            } else {
                types.addAll(category);
            }
        }
        return types;
    }

    private Info target(ResourceType type, String name) {
        return new Info(type, type.namespaced() ? call.namespace() : "", name, MissingNode.getInstance(), "");
    }

    private void fetch(Info target) {
        try {
            infos.add(local ? target : target.with(call.client().send(change.apply(Request.get(target.path())))));
        } catch (KubectlFailure failure) {
            failures.add(failure);
        }
    }

    private void list(ResourceType type) {
        String namespace = type.namespaced() && !allNamespaces ? call.namespace() : "";
        Request request = Request.get(type.path(namespace));
        if (!selector.isEmpty()) {
            request = request.with("labelSelector", selector);
        }
        if (!fieldSelector.isEmpty()) {
            request = request.with("fieldSelector", fieldSelector);
        }
        try {
            JsonNode answer = call.client().send(change.apply(request.with("limit", "500")));
            if (flattened && answer.has("items")) {
                answer.path("items").forEach(item -> infos.add(item(type, item)));
            } else {
                infos.add(new Info(type, namespace, "", answer, ""));
            }
        } catch (KubectlFailure failure) {
            failures.add(failure);
        }
    }

    private static Info item(ResourceType type, JsonNode item) {
        ObjectNode object = item.deepCopy();
        // a real server leaves kind and apiVersion out of the items of typed lists; clients put them back
        if (!object.has("kind")) {
            object.put("kind", type.kind());
        }
        if (!object.has("apiVersion")) {
            object.put("apiVersion", type.apiVersion());
        }
        return new Info(type, Tree.text(object, "metadata.namespace"), Tree.text(object, "metadata.name"), object, "");
    }
}
