package lab.kubectl.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import lab.kubectl.Call;
import lab.kubectl.KubectlFailure;
import lab.shell.FileProblem;
import lab.shell.FileTree;

/** The data of a config map or secret, from {@code --from-literal}, {@code --from-file} and {@code --from-env-file}. */
record Literals(Map<String, byte[]> entries) {
    static Literals read(Call call) {
        Literals literals = new Literals(new TreeMap<>());
        for (String file : call.flags().list("from-env-file")) {
            new String(contents(call, file), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> literals.literal(line, "env"));
        }
        call.flags().list("from-file").forEach(source -> literals.file(call, source));
        call.flags().list("from-literal").forEach(source -> literals.literal(source, "literal"));
        return literals;
    }

    private void literal(String source, String what) {
        int equals = source.indexOf('=');
        if (equals <= 0) {
            throw new KubectlFailure("invalid " + what + " source " + source + ", expected key=value");
        }
        String value = source.substring(equals + 1);
        boolean quoted = value.length() > 1
                && ((value.startsWith("\"") && value.endsWith("\"")) || (value.startsWith("'") && value.endsWith("'")));
        put(
                source.substring(0, equals),
                (quoted ? value.substring(1, value.length() - 1) : value).getBytes(StandardCharsets.UTF_8));
    }

    private void file(Call call, String source) {
        int equals = source.indexOf('=');
        String path = source.substring(equals + 1);
        FileTree.Status status = call.environment()
                .files()
                .status(path)
                .orElseThrow(() -> new KubectlFailure("error reading " + path + ": no such file or directory"));
        if (status.kind() == FileTree.Kind.DIRECTORY) {
            if (equals >= 0) {
                throw new KubectlFailure("cannot give a key name for a directory path");
            }
            directory(call, path);
            return;
        }
        String key = equals < 0 ? path.substring(path.lastIndexOf('/') + 1) : source.substring(0, equals);
        put(key, contents(call, path));
    }

    private void directory(Call call, String path) {
        FileTree files = call.environment().files();
        try {
            for (String name : files.list(path)) {
                String member = path + "/" + name;
                if (files.status(member)
                        .filter(s -> s.kind() == FileTree.Kind.FILE)
                        .isPresent()) {
                    put(name, contents(call, member));
                }
            }
        } catch (FileProblem problem) {
            throw new KubectlFailure("error reading " + path + ": " + problem.reason());
        }
    }

    private void put(String key, byte[] value) {
        if (!key.matches("[-._a-zA-Z0-9]+")) {
            throw new KubectlFailure("\"" + key + "\" is not a valid key name: a valid config key must consist of"
                    + " alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or"
                    + " 'KEY_NAME',  or 'key-name', regex used for validation is"
                    + " '[-._a-zA-Z0-9]+')");
        }
        if (entries.put(key, value) != null) {
            throw new KubectlFailure("cannot add key \"" + key + "\", another key by that name already exists in Data");
        }
    }

    static byte[] contents(Call call, String path) {
        try (InputStream in = call.environment().files().read(path)) {
            return in.readAllBytes();
        } catch (FileProblem | IOException problem) {
            throw new KubectlFailure("open " + path + ": no such file or directory");
        }
    }

    /** Writes the entries as {@code data}, in base64 for a secret. */
    void into(ObjectNode object, boolean secret) {
        if (entries.isEmpty()) {
            return;
        }
        ObjectNode data = object.putObject("data");
        entries.forEach((key, value) -> data.put(
                key, secret ? Base64.getEncoder().encodeToString(value) : new String(value, StandardCharsets.UTF_8)));
    }

    void add(String key, String value) {
        put(key, value.getBytes(StandardCharsets.UTF_8));
    }
}
