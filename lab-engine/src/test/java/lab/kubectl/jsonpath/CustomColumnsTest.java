package lab.kubectl.jsonpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomColumnsTest {
    private static List<JsonNode> objects(String json) throws Exception {
        List<JsonNode> list = new ArrayList<>();
        new ObjectMapper().readTree(json).forEach(list::add);
        return list;
    }

    private static String print(CustomColumns columns, String json) throws Exception {
        StringBuilder out = new StringBuilder();
        columns.print(objects(json), true, out);
        return out.toString();
    }

    @Test
    void alignsColumnsAndMarksMissingValues() throws Exception {
        assertEquals(
                "NAME      PORTS    M\nsleep     80,90    map[a:1 b:[x y]]\nhttpbin   <none>   <none>\n",
                print(
                        CustomColumns.parse("NAME:.metadata.name,PORTS:.ports[*].n,M:{.m}"),
                        "[{\"metadata\":{\"name\":\"sleep\"},\"ports\":[{\"n\":80},{\"n\":90}],\"m\":{\"b\":[\"x\",\"y\"],\"a\":1}},"
                                + "{\"metadata\":{\"name\":\"httpbin\"}}]"));
    }

    @Test
    void readsAFileOfTwoLines() throws Exception {
        assertEquals(
                "NAME   KIND\nx      Pod\n",
                print(
                        CustomColumns.parseFile("NAME  KIND\nmetadata.name {.kind}\n"),
                        "[{\"kind\":\"Pod\",\"metadata\":{\"name\":\"x\"}}]"));
    }

    @Test
    void refusesAColumnWithoutPath() {
        assertEquals(
                "unexpected custom-columns spec: NAME, expected <header>:<json-path-expr>",
                assertThrows(JsonPathProblem.class, () -> CustomColumns.parse("NAME"))
                        .text());
    }

    @Test
    void sortsNumbersQuantitiesAndNaturalTexts() throws Exception {
        assertEquals(List.of(2, 1, 0), order("[{\"k\":10},{\"k\":9},{}]"));
        assertEquals(List.of(1, 0, 2), order("[{\"k\":\"1\"},{\"k\":\"500m\"},{\"k\":\"1Ki\"}]"));
        assertEquals(List.of(1, 0, 2), order("[{\"k\":\"pod-10\"},{\"k\":\"pod-9\"},{\"k\":\"sleep\"}]"));
        assertEquals(
                "couldn't find any field with path \"{.nosuch}\" in the list of objects",
                assertThrows(
                                JsonPathProblem.class,
                                () -> ObjectSorter.parse(".nosuch").order(objects("[{\"k\":1}]")))
                        .text());
    }

    private static List<Integer> order(String json) throws Exception {
        return ObjectSorter.parse(".k").order(objects(json));
    }
}
