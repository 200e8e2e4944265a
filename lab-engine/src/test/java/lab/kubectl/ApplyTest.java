package lab.kubectl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Manifests brought to the server, changed and deleted; texts as the recorded kubectl 1.34 prints them. */
class ApplyTest {
    private static final String SETTINGS = """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          a: "1"
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: sleep
        """;

    private final Lab lab = new Lab().file("/s.yaml", SETTINGS);

    @Test
    void appliesTwiceAndDeletes() {
        assertEquals("configmap/settings created\nserviceaccount/sleep created\n", lab.run("apply", "-f", "/s.yaml"));
        assertEquals(
                "configmap/settings unchanged\nserviceaccount/sleep unchanged\n", lab.run("apply", "-f", "/s.yaml"));
        assertEquals(
                "configmap/settings configured\n",
                lab.feed(SETTINGS.replace("\"1\"", "\"2\"").replaceFirst("(?s)---.*", ""), "apply", "-f", "-"));
        assertEquals("2", lab.run("get", "cm", "settings", "-o", "jsonpath={.data.a}"));
        assertEquals(
                lines(
                        "configmap \"settings\" deleted from default namespace",
                        "serviceaccount \"sleep\" deleted from default namespace"),
                lab.run("delete", "-f", "/s.yaml"));
        assertEquals(
                "!"
                        + lines(
                                "Error from server (NotFound): error when deleting \"/s.yaml\": configmaps"
                                        + " \"settings\" not found",
                                "Error from server (NotFound): error when deleting \"/s.yaml\": serviceaccounts"
                                        + " \"sleep\" not found")
                        + "[1]",
                lab.run("delete", "-f", "/s.yaml"));
    }

    @Test
    void keepsWhatWasAppliedLast() {
        lab.run("apply", "-f", "/s.yaml");
        assertEquals(
                "{\"apiVersion\":\"v1\",\"data\":{\"a\":\"1\"},\"kind\":\"ConfigMap\",\"metadata\":{\"annotations\":{},"
                        + "\"name\":\"settings\",\"namespace\":\"default\"}}\n",
                lab.run(
                        "get",
                        "cm",
                        "settings",
                        "-o",
                        "jsonpath={.metadata.annotations.kubectl\\.kubernetes\\.io/last-applied-configuration}"));
    }

    @Test
    void triesWithoutDoing() {
        assertEquals(
                "configmap/settings created (dry run)\nserviceaccount/sleep created (dry run)\n",
                lab.run("apply", "-f", "/s.yaml", "--dry-run=client"));
        assertEquals(
                "configmap/settings created (server dry run)\nserviceaccount/sleep created (server dry run)\n",
                lab.run("apply", "-f", "/s.yaml", "--dry-run=server"));
        assertEquals("!No resources found in default namespace.\n", lab.run("get", "cm"));
    }

    @Test
    void labelsAndUnlabels() {
        String overwrite = "--overwrite";
        assertEquals("namespace/default labeled\n", lab.run("label", "ns", "default", "a=b"));
        assertEquals("namespace/default not labeled\n", lab.run("label", "ns", "default", "a=b", overwrite));
        assertEquals(
                "!error: 'a' already has a value (b), and --overwrite is false\n[1]",
                lab.run("label", "ns", "default", "a=c"));
        assertEquals("namespace/default unlabeled\n", lab.run("label", "ns", "default", "a-"));
        assertEquals("!error: at least one label update is required\n[1]", lab.run("label", "ns", "default"));
        assertEquals(
                "!Error from server (NotFound): namespaces \"nosuch\" not found\n[1]",
                lab.run("label", "ns", "nosuch", "a=b"));
    }

    @Test
    void patches() {
        lab.run("apply", "-f", "/s.yaml");
        assertEquals(
                "configmap/settings patched\n", lab.run("patch", "cm", "settings", "-p", "{\"data\":{\"b\":\"x\"}}"));
        assertEquals(
                "configmap/settings patched (no change)\n",
                lab.run("patch", "cm/settings", "--type=merge", "-p", "data: {b: x}"));
        assertTrue(lab.run("get", "cm", "settings", "--no-headers").startsWith("settings   2     "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: b: c | error: error parsing STDIN: error converting YAML to JSON: yaml: mapping values are not"
                        + " allowed in this context",
                "a: [b | error: error parsing STDIN: error converting YAML to JSON: yaml: line 1: did not find expected"
                        + " ',' or ']'",
                "kind: Foo | error: error validating \"STDIN\": error validating data: apiVersion not set; if you"
                        + " choose to ignore these errors, turn validation off with --validate=false",
            })
    void refusesBrokenManifests(String manifest, String expected) {
        assertEquals("!" + expected + "\n[1]", lab.feed(manifest + "\n", "apply", "-f", "-"));
    }

    @Test
    void refusesWrongCommandLines() {
        assertEquals("!error: must specify one of -f and -k\n[1]", lab.run("apply"));
        assertEquals("!error: the path \"x.yaml\" does not exist\n[1]", lab.run("apply", "-f", "x.yaml"));
        assertEquals("!error: no objects passed to apply\n[1]", lab.run("apply", "-f", "-"));
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }
}
