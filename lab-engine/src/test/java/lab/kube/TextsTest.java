package lab.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ages, quantities and selectors read and print as Kubernetes' own. */
class TextsTest {
    @ParameterizedTest
    @CsvSource({
        "-5,<invalid>",
        "0,0s",
        "119,119s",
        "120,2m",
        "150,2m30s",
        "599,9m59s",
        "600,10m",
        "10799,179m",
        "10800,3h",
        "12600,3h30m",
        "28800,8h",
        "172800,2d",
        "187200,2d4h",
        "691200,8d",
        "63072000,2y",
        "64000000,2y10d"
    })
    void agesAreRoundedMoreTheLongerTheyAre(long seconds, String text) {
        assertEquals(text, HumanDuration.of(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5,500m",
        "1000m,1",
        "2,2",
        "1Gi,1Gi",
        "1024Mi,1Gi",
        "1536Mi,1536Mi",
        "1500,1500",
        "2000,2k",
        "0,0",
        "0Mi,0",
        "100m,100m",
        "1e3,1e3",
        "0.5Gi,512Mi",
        "128974848,128974848",
        "1.5,1500m",
        "500Ki,500Ki"
    })
    void quantitiesPrintInCanonicalForm(String text, String canonical) {
        Quantity quantity = Quantity.parse(text);
        assertNotNull(quantity);
        assertEquals(canonical, quantity.toString());
    }

    @Test
    void otherTextsAreNoQuantities() {
        assertNull(Quantity.parse("abc"));
        assertNull(Quantity.parse("1 Gi"));
    }

    private static boolean matches(String selector, String labels) throws SelectorProblem {
        JsonNode tree = Yaml.parse(labels).get(0);
        return LabelSelector.parse(selector).matches(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app=a|true", "app==a|true", "app!=a|false", "app in (a,b)|true", "app notin (a)|false", "app|true",
                "!app|false", "none|false", "!none|true", "none!=x|true", "app=a,tier!=back|true",
                        "app in (b),app|false"
            })
    void selectorsMatchLabels(String selector, boolean matches) throws SelectorProblem {
        assertEquals(matches, matches(selector, "{app: a, tier: front}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a b|unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt",
                "a in b|unable to parse requirement: found 'b' expected: '('",
                "a=b,|found '', expected: identifier after ','",
            })
    void selectorsThatCannotBeReadAreToldInTheParsersWords(String selector, String message) {
        SelectorProblem problem = assertThrows(SelectorProblem.class, () -> LabelSelector.parse(selector));
        assertEquals(message, problem.text());
    }
}
