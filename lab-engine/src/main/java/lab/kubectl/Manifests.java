package lab.kubectl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lab.kube.Yaml;
import lab.kube.YamlProblem;
import lab.shell.FileProblem;
import lab.shell.FileTree;

/** Reads the objects of {@code -f}: files, directories, standard input. */
// models k8s.io/cli-runtime pkg/resource/builder.go, visitor.go@1.34
final class Manifests {
    private static final List<String> EXTENSIONS = List.of(".json", ".yaml", ".yml");

    private final Call call;
    private final List<Manifest> manifests = new ArrayList<>();
    private final List<KubectlFailure> failures = new ArrayList<>();

    private Manifests(Call call) {
        this.call = call;
    }

    static Manifests read(Call call, List<String> names, boolean recursive) {
        Manifests manifests = new Manifests(call);
        names.forEach(name -> manifests.add(name, recursive));
        return manifests;
    }

    List<Manifest> all() {
        return manifests;
    }

    List<KubectlFailure> failures() {
        return failures;
    }

    private void add(String name, boolean recursive) {
        if (name.equals("-")) {
            parse("STDIN", text(call.in()));
        } else if (name.startsWith("http://") || name.startsWith("https://")) {
            throw new KubectlFailure(
                    "reading \"" + name + "\": manifests from a URL are not available in the sandbox yet");
        } else {
            FileTree files = call.environment().files();
            FileTree.Status status = files.status(name)
                    .orElseThrow(() -> new KubectlFailure("the path \"" + name + "\" does not exist"));
            if (status.kind() == FileTree.Kind.FILE) {
                parse(name, contents(name));
                return;
            }
            List<String> members = new ArrayList<>();
            walk(name.replaceAll("/+$", ""), recursive, members);
            if (members.isEmpty()) {
                throw new KubectlFailure(
                        "error reading [" + name + "]: recognized file extensions are [.json .yaml .yml]");
            }
            members.forEach(member -> parse(member, contents(member)));
        }
    }

    private void walk(String directory, boolean recursive, List<String> members) {
        FileTree files = call.environment().files();
        try {
            for (String entry : files.list(directory)) {
                String path = directory + "/" + entry;
                boolean isFile = files.status(path)
                        .map(status -> status.kind() == FileTree.Kind.FILE)
                        .orElse(false);
                if (isFile && EXTENSIONS.stream().anyMatch(entry::endsWith)) {
                    members.add(path);
                } else if (!isFile && recursive) {
                    walk(path, true, members);
                }
            }
        } catch (FileProblem problem) {
            throw new KubectlFailure("open " + directory + ": " + lower(problem.reason()));
        }
    }

    private String contents(String path) {
        try (InputStream in = call.environment().files().read(path)) {
            return text(in);
        } catch (FileProblem problem) {
            throw new KubectlFailure("open " + path + ": " + lower(problem.reason()));
        } catch (IOException exception) {
            throw new KubectlFailure("read " + path + ": " + exception.getMessage());
        }
    }

    private static String lower(String reason) {
        return reason.isEmpty() ? reason : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }

    private static String text(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new KubectlFailure("read: " + exception.getMessage());
        }
    }

    private void parse(String source, String text) {
        try {
            for (JsonNode object : Yaml.parse(text)) {
                addObject(source, object);
            }
        } catch (YamlProblem problem) {
            failures.add(new KubectlFailure("error parsing " + source + ": " + problem.getMessage()));
        }
    }

    private void addObject(String source, JsonNode object) {
        if (object.path("kind").asText().equals("List")
                && object.path("apiVersion").asText().equals("v1")) {
            object.path("items").forEach(item -> addObject(source, item));
        } else {
            manifests.add(new Manifest(source, object));
        }
    }
}
