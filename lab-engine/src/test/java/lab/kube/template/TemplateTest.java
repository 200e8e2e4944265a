package lab.kube.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import lab.kube.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final String DATA = "{name: web, num: 3, list: [a, b], map: {z: 2, x: 1}, none: null, yes: true}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "{{.name}}#web",
                "{{.nosuch}}#<no value>",
                "{{range .list}}[{{.}}]{{end}}#[a][b]",
                "{{range $i, $v := .list}}{{$i}}={{$v}} {{end}}|#0=a 1=b |",
                "{{range $k, $v := .map}}{{$k}}{{$v}}{{end}}#x1z2",
                "{{range .none}}x{{else}}empty{{end}}#empty",
                "{{if and .name (gt .num 2)}}big{{else if .name}}small{{else}}none{{end}}#big",
                "{{if not .name}}1{{else if eq .num 3}}2{{end}}#2",
                "{{with .map}}{{.x}}{{$.name}}{{end}}#1web",
                "{{$a := 1}}{{if true}}{{$a = 2}}{{end}}{{$a}}#2",
                "a {{- /* said */ -}} b {{- .num -}} c#ab3c",
                "{{printf `%s-%03d %q` .name .num .name}}#web-003 \"web\"",
                "{{.name | printf `%s-%s` `x`}}#x-web",
                "{{index .list 1}}{{index .map `x`}}{{len .list}}#b12",
                "{{define `t`}}<{{.}}>{{end}}{{template `t` .name}}#<web>",
                "{{block `b` .num}}{{.}}!{{end}}#3!",
                "{{.map}} {{.list}}#map[x:1 z:2] [a b]",
                "{{(index .list 0) | len}}#1",
                "{{or .nosuch .name}}#web"
            })
    void rendersAsGoDoes(String template, String text) {
        assertEquals(text, Template.parse("t", template).run(Yaml.value(DATA)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "{{.a#template: t:1: unclosed action",
                "{{nosuch .}}#template: t:1: function \"nosuch\" not defined",
                "{{if .a}}#template: t:1: unexpected EOF",
                "{{end}}#template: t:1: unexpected {{end}}"
            })
    void saysWhatIsWrong(String template, String message) {
        assertEquals(
                message,
                assertThrows(TemplateProblem.class, () -> Template.parse("t", template))
                        .getMessage());
    }
}
