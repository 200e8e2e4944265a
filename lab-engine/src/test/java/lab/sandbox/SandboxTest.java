package lab.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.conformance.Recordings;
import lab.shell.Captured;
import lab.shell.MemoryFiles;
import lab.shell.Shell;
import lab.shell.text.TextTools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CHANGES = "kubectl create ns other; kubectl label ns default istio-injection=enabled;"
            + " kubectl create deploy web --image=nginx; kubectl wait --for=condition=Available deploy/web;"
            + " kubectl delete pod -l app=web; kubectl -n istio-system scale deploy istiod --replicas=2;"
            + " kubectl -n kube-system annotate cm coredns a=b; kubectl delete crd gateways.networking.istio.io";

    /** A learner's shell on a sandbox that can be exchanged, with files and variables that stay. */
    private static final class Learner {
        private final Sandbox sandbox;
        private final Shell shell;
        private final MemoryFiles files;

        Learner(Sandbox sandbox, MemoryFiles files, Map<String, String> variables) {
            this.sandbox = sandbox;
            this.files = files;
            Map<String, lab.shell.Program> programs = new java.util.LinkedHashMap<>(TextTools.programs());
            programs.putAll(sandbox.programs());
            this.shell = new Shell(programs, files, sandbox.time(), variables);
        }

        String run(String command) {
            Captured out = new Captured();
            int code = shell.run(command, InputStream.nullInputStream(), out, out);
            return "$ " + command + "\n" + out.text() + "[" + code + "]";
        }

        /** As if the lab had been ended and started again. */
        Learner again() throws IOException {
            Sandbox next = Sandbox.fresh(1);
            next.load(MAPPER.readTree(text(sandbox)));
            MemoryFiles kept = new MemoryFiles(next.time()::now);
            kept.load(files.save());
            return new Learner(next, kept, shell.variables());
        }
    }

    private static String text(Sandbox sandbox) {
        return sandbox.save().toString();
    }

    private static Learner learner() {
        Sandbox sandbox = Sandbox.fresh(1);
        return new Learner(sandbox, new MemoryFiles(sandbox.time()::now), Map.of("NS", "default"));
    }

    private static List<String> commands(String session) {
        List<String> commands = new ArrayList<>();
        commands.add("mkdir samples");
        for (String sample : Recordings.names("samples")) {
            String content = Recordings.text("samples/" + sample);
            commands.add("cat > samples/" + sample + " <<'END-OF-SAMPLE'\n" + content
                    + (content.endsWith("\n") ? "" : "\n") + "END-OF-SAMPLE");
        }
        Recordings.answers(session).forEach(answer -> commands.add(answer.command()));
        return commands;
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-auto-injection", "02-manual-injection", "03-istio-init"})
    void goesOnTheSameWhenSavedAndLoadedAfterEachCommand(String session) throws IOException {
        Learner straight = learner();
        Learner broken = learner();
        for (String command : commands(session)) {
            assertEquals(straight.run(command), broken.run(command));
            assertEquals(text(straight.sandbox), text(broken.sandbox), command);
            broken = broken.again();
            assertEquals(text(straight.sandbox), text(broken.sandbox), "loaded after " + command);
        }
    }

    @Test
    void startsTheSameFromTheStateThatTheJarCarries() throws IOException {
        JsonNode installed = Sandbox.installed(1);
        Sandbox sandbox = Sandbox.fresh(1);
        ObjectNode carried = (ObjectNode) sandbox.save();
        carried.set("state", MAPPER.readTree(ReadyState.text(installed)));
        sandbox.load(carried);
        assertEquals(installed.toString(), sandbox.save().path("state").toString());
        assertEquals(installed.toString(), Sandbox.fresh(1).save().path("state").toString());
    }

    @Test
    void renewedIsAsAtFirstWhateverHappened() {
        Learner learner = learner();
        String first = text(learner.sandbox);
        String output = learner.run("kubectl create ns other; kubectl get all,cm,events -A -o yaml");
        learner.run(CHANGES);
        assertNotEquals(first, text(learner.sandbox));
        learner.sandbox.renew();
        assertEquals(first, text(learner.sandbox));
        assertEquals(output, learner.run("kubectl create ns other; kubectl get all,cm,events -A -o yaml"));
    }

    @Test
    void sandboxesOfOneSeedDoNotTouchEachOther() {
        Learner one = learner();
        Learner other = learner();
        String first = text(other.sandbox);
        one.run(CHANGES);
        assertEquals(first, text(other.sandbox));
        assertEquals(first, text(Sandbox.fresh(1)));
    }

    @Test
    void anotherSeedGivesOtherNames() {
        String names = "kubectl -n istio-system get pods -l app=istiod -o name";
        Sandbox other = Sandbox.fresh(2);
        String second = new Learner(other, new MemoryFiles(other.time()::now), Map.of()).run(names);
        assertFalse(second.isEmpty());
        assertNotEquals(learner().run(names), second);
    }

    @Test
    void isReadyAgainAfterABrokenState() {
        Sandbox sandbox = Sandbox.fresh(1);
        String first = text(sandbox);
        ObjectNode broken = (ObjectNode) sandbox.save().deepCopy();
        ((ObjectNode) broken.path("state")).put("now", "yesterday");
        assertThrows(IllegalArgumentException.class, () -> sandbox.load(broken));
        assertEquals(first, text(sandbox));
        broken.put("format", 99);
        assertThrows(IllegalArgumentException.class, () -> sandbox.load(broken));
        assertEquals(first, text(sandbox));
    }
}
