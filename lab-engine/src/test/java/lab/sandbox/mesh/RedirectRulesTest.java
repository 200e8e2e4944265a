package lab.sandbox.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.Shared;
import lab.conformance.Recordings;
import lab.iptables.RuleSyntax;
import lab.iptables.Ruleset;
import lab.iptables.SaveText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RedirectRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORDED = "b-traffic/inject";

    @TestFactory
    Stream<DynamicTest> givesIptablesRestoreWhatIstioGives() throws IOException {
        return cases().filter(test -> test.path("golden").isTextual())
                .map(test -> DynamicTest.dynamicTest(test.path("golden").asText(), () -> {
                    RedirectConfig config = config(test, false);
                    boolean v6 = config.on("ENABLE_INBOUND_IPV6");
                    String text = "iptables-save\nip6tables-save\n"
                            + RedirectRules.restoreInput(config, false)
                            + (v6 ? RedirectRules.restoreInput(config, true) : "")
                            + "iptables-save\n"
                            + (v6 ? "ip6tables-save\n" : "");
                    Path golden = Shared.istio()
                            .resolve("iptables/goldens/" + test.path("golden").asText());
                    assertEquals(Files.readString(golden).strip(), text.strip());
                }));
    }

    @TestFactory
    Stream<DynamicTest> theKernelShowsTheSameRules() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        cases().forEach(test -> {
            for (JsonNode file : test.path("saveFiles")) {
                if (file.asText().contains(".nft.")) {
                    tests.add(DynamicTest.dynamicTest(file.asText(), () -> kernelCase(test, file.asText())));
                }
            }
        });
        return tests.stream();
    }

    private static void kernelCase(JsonNode test, String file) throws Exception {
        boolean v6 = file.contains(".v6.");
        Ruleset rules = new Ruleset(v6);
        SaveText.restore(rules, RedirectRules.restoreInput(config(test, true), v6));
        String expected = Files.readString(Shared.istio().resolve("iptables/kernel-save/" + file));
        assertEquals(withoutComments(expected), SaveText.print(rules, "", null, null, false));
    }

    @TestFactory
    Stream<DynamicTest> podsShowTheRulesOfTheirAnnotations() {
        return Recordings.names(RECORDED).stream()
                .filter(name -> name.endsWith("-init-args"))
                .map(name -> name.substring(0, name.length() - "-init-args".length()))
                .map(name -> DynamicTest.dynamicTest(name, () -> recordedCase(name)));
    }

    private static void recordedCase(String name) throws IOException, RuleSyntax, RedirectConfig.Refused {
        Matcher arguments =
                Pattern.compile("\\| (\\[.*])").matcher(Recordings.text(RECORDED + "/" + name + "-init-args"));
        String saved = Recordings.text(RECORDED + "/" + name + "-iptables-save");
        if (!arguments.find() || !arguments.group(1).contains("istio-iptables")) {
            assertEquals(
                    "",
                    withoutComments(saved.substring(saved.indexOf("# exit"))).strip());
            return;
        }
        List<String> words = new ArrayList<>();
        JSON.readTree(arguments.group(1)).forEach(word -> words.add(word.asText()));
        Map<String, String> environment =
                name.equals("dns-capture") ? Map.of("ISTIO_META_DNS_CAPTURE", "true") : Map.of();
        RedirectConfig config = RedirectConfig.parse(
                words.subList(1, words.size()), environment, false, List.of("10.96.0.10"), List.of());
        Ruleset rules = new Ruleset(false);
        SaveText.restore(rules, RedirectRules.restoreInput(config, false));
        assertEquals(
                withoutComments(saved.substring(saved.indexOf("# exit"))),
                SaveText.print(rules, "", null, null, false));
    }

    private static String withoutComments(String text) {
        return text.replaceAll("(?m)^#.*\n", "").replaceAll("\\[\\d+:\\d+]", "[0:0]");
    }

    private static Stream<JsonNode> cases() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        JSON.readTree(Shared.istio().resolve("iptables-cases.json").toFile())
                .path("cases")
                .forEach(cases::add);
        return cases.stream();
    }

    /** @param numbers whether groups are given as numbers, as when the kernel's answers were recorded */
    private static RedirectConfig config(JsonNode test, boolean numbers) throws RedirectConfig.Refused {
        List<String> arguments = new ArrayList<>();
        test.path("args").forEach(word -> arguments.add(word.asText()));
        Map<String, String> environment = new HashMap<>();
        test.path("env").properties().forEach(entry -> {
            String value = entry.getValue().asText();
            environment.put(
                    entry.getKey(), numbers ? value.replace("java", "201").replace("ftp", "21") : value);
        });
        return RedirectConfig.parse(
                arguments,
                environment,
                test.path("environment").path("EnableIPv6").asBoolean(),
                texts(test.path("environment").path("DNSServersV4")),
                texts(test.path("environment").path("DNSServersV6")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
