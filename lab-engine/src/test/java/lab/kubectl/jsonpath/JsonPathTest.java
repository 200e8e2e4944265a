package lab.kubectl.jsonpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathTest {
    private static final String PODS = """
        {"kind":"List","items":[
          {"metadata":{"name":"a","labels":{"app":"x","z":"<1>"},"annotations":{"sidecar.istio.io/status":"{}"}},
           "spec":{"containers":[{"name":"c1","port":80},{"name":"c2","port":90}]},"status":{"ready":true,"x":null}},
          {"metadata":{"name":"b"},"spec":{"containers":[{"name":"d1","port":70}]},"status":{"ready":false}}],
         "empty":[]}\
        """;

    private static String print(String template) throws Exception {
        StringBuilder out = new StringBuilder();
        JsonPath.printer(template).print(json(PODS), out);
        return out.toString();
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {.kind}                                                   | List
        kind: {.kind}!                                            | kind: List!
        {.items[*].metadata.name}                                 | a b
        {.items[0].metadata.name} {.items[-1].metadata.name}      | a b
        {.items[-1:].metadata.name}                               | b
        {.items[0].spec.containers[0:1].name}                     | c1
        {.items[*].spec.containers[*].name}                       | c1 c2 d1
        {.items[*]['metadata.name', 'kind']}                      | a b
        {.items[0].metadata.labels}                               | {"app":"x","z":"\\u003c1\\u003e"}
        {.items[0].spec.containers}                               | [{"name":"c1","port":80},{"name":"c2","port":90}]
        {.items[0].metadata.annotations.sidecar\\.istio\\.io/status} | {}
        {.items[0].metadata.annotations['sidecar\\.istio\\.io/status']} | {}
        {.items[?(@.metadata.name=="b")].spec.containers[0].port} | 70
        {.items[?(@.status.ready==true)].metadata.name}           | a
        {.items[0].spec.containers[?(@.port>80)].name}            | c2
        {.items[0].spec.containers[?(@.port!=80)].name}           | c2
        {.items[?(@.metadata.labels)].metadata.name}              | a
        {..port}                                                  | 80 90 70
        {range .items[*]}{.metadata.name}{"\\t"}{.status.ready}{"\\n"}{end} | `a\ttrue\nb\tfalse\n`
        {range .items[*]}[{range .spec.containers[*]}{.name},{end}]{end} | [c1,c2,][d1,]
        {range .empty[*]}{.name}{end}after                        | after
        {.items[0].status.x}                                      | <nil>
        {.nosuch.thing}                                           | ``
        {$.kind}{@.kind}                                          | ListList
        {.items[*].nosuch}x                                       | x
        """)
    void printsLikeKubectl(String template, String expected) throws Exception {
        assertEquals(expected.replace("\\t", "\t").replace("\\n", "\n"), print(template.strip()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {.items[0        | unterminated array
        {.items          | unclosed action
        {.items[a]}      | invalid array index a
        {.items[?(@.a}   | unterminated filter
        {"x}             | unterminated quoted string
        {(}              | unrecognized character in action: U+0028 '('
        """)
    void refusesWithTheParsersWords(String template, String expected) {
        String text = assertThrows(JsonPathProblem.class, () -> print(template)).text();
        assertEquals("error parsing jsonpath " + template + ", " + expected, text);
    }

    @Test
    void explainsAnIndexOutOfBounds() throws Exception {
        JsonPath path = JsonPath.printer("{.items[0].metadata.name}");
        JsonNode list =
                json("{\"apiVersion\":\"v1\",\"items\":[],\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"\"}}");
        String text = assertThrows(JsonPathProblem.class, () -> path.print(list, new StringBuilder()))
                .text();
        assertEquals(
                "error executing jsonpath \"{.items[0].metadata.name}\": Error executing template: array index out of"
                        + " bounds: index 0, length 0. Printing more information for debugging the template:\n"
                        + "\ttemplate was:\n\t\t{.items[0].metadata.name}\n\tobject given to jsonpath engine was:\n"
                        + "\t\tmap[string]interface {}{\"apiVersion\":\"v1\", \"items\":[]interface {}{},"
                        + " \"kind\":\"List\", \"metadata\":map[string]interface {}{\"resourceVersion\":\"\"}}\n\n\n",
                text);
    }

    @Test
    void printsAsJson() throws Exception {
        StringBuilder out = new StringBuilder();
        JsonPath.printer("{.items[*].metadata.name}").printAsJson(json(PODS), out);
        assertEquals("[\n    \"a\",\n    \"b\"\n]\n", out.toString());
    }
}
