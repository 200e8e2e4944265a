package lab.kubectl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How kubectl reads its words, measured by what the recorded kubectl 1.34 said. */
class CommandLineTest {
    private final Lab lab = new Lab();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "get pods --nosuch | error: unknown flag: --nosuch\\nSee 'kubectl get --help' for usage.",
                "get pods -n | error: flag needs an argument: 'n' in -n\\nSee 'kubectl get --help' for usage.",
                "gett pods | error: unknown command \"gett\" for \"kubectl\"\\n"
                        + "\\n"
                        + "Did you mean this?\\n"
                        + "\\tset\\n"
                        + "\\tget",
                "foo | error: unknown command \"foo\" for \"kubectl\"\\n\\nDid you mean this?\\n\\ttop",
                "get nosuch | error: the server doesn't have a resource type \"nosuch\"",
                "get pod nosuch | Error from server (NotFound): pods \"nosuch\" not found",
                "get deploy nosuch | Error from server (NotFound): deployments.apps \"nosuch\" not found",
                "port-forward x 1 | error: kubectl port-forward is not available in the sandbox yet",
                "get pods -o nosuch | error: unable to match a printer suitable for the output format \"nosuch\","
                        + " allowed formats are: custom-columns,custom-columns-file,go-template,go-template-file,json,"
                        + "jsonpath,jsonpath-as-json,jsonpath-file,name,template,templatefile,wide,yaml",
                "get pods -v=6 | error: kubectl -v=6 is not available in the sandbox yet",
                "get pods --request-timeout=x | `error: Invalid timeout value. Timeout must be a single integer in"
                        + " seconds, or an integer followed by a corresponding time unit (e.g. 1s | 2m | 3h)`",
                "get pods --server-print=false | error: kubectl get --server-print=false is not available in the"
                        + " sandbox yet",
                "get pod x --subresource=scale | error: kubectl get --subresource=scale is not available in the"
                        + " sandbox yet",
                "apply -f x --force | error: kubectl apply --force is not available in the sandbox yet",
                "get pods,svc -w | error: you may only specify a single resource type",
                "get pods -o jsonpath={.items[0 | error: error parsing jsonpath {.items[0, unterminated array",
            })
    void saysWhatTheRealOneSays(String words, String expected) {
        assertEquals("!" + expected.replace("\\n", "\n").replace("\\t", "\t") + "\n[1]", lab.run(words.split(" ")));
    }

    @Test
    void namesTheNamespaceWithoutResources() {
        assertEquals("!No resources found in default namespace.\n", lab.run("get", "pods"));
        assertEquals("!No resources found in other namespace.\n", lab.run("-n", "other", "get", "pods"));
        assertEquals("!No resources found\n", lab.run("get", "pods", "-A"));
    }

    @Test
    void aWatchEndsAfterTheRequestTimeout() {
        assertEquals("", lab.run("get", "pods", "-w", "--request-timeout=2s"));
    }

    @Test
    void createWithoutAFileShowsItsHelpAsAnError() {
        String shown = lab.run("create");
        assertTrue(shown.startsWith("!Error: must specify one of -f and -k\n\nCreate a resource"), shown);
        assertTrue(shown.endsWith("[1]"), shown);
    }

    @Test
    void showsHelpInTheRealStructure() {
        assertTrue(lab.run()
                .startsWith("kubectl controls the Kubernetes cluster manager.\n\n Find more information at:"
                        + " https://kubernetes.io/docs/reference/kubectl/\n\nBasic Commands (Beginner):\n"
                        + "  create          Create a resource from a file or from stdin\n"));
        assertTrue(lab.run("get", "--help").contains("\nOptions:\n"));
    }
}
