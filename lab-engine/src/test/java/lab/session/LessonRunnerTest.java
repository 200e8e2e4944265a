package lab.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lab.shell.Captured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonRunnerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    private final List<Event> events = new ArrayList<>();
    private FakeStage stage = new FakeStage();

    private record Session(Home home, SessionStore store, LessonRunner runner) {
        int type(String line) {
            return runner.run(line, InputStream.nullInputStream(), new Captured(), new Captured());
        }

        /** As when the machine is switched off: nothing is written any more. */
        void kill() {
            home.close();
        }

        void quit() {
            store.close();
        }
    }

    private Session start() throws HomeProblem {
        events.clear();
        stage = new FakeStage();
        Home open = Home.open(home);
        SessionStore store = SessionStore.open(open, CLOCK);
        LessonRunner runner =
                new LessonRunner(FakeCourse.course(), stage.shell(), stage, stage, store, "default", events::add);
        runner.resume();
        return new Session(open, store, runner);
    }

    private <E extends Event> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private <E extends Event> E last(Class<E> kind) {
        List<E> all = all(kind);
        assertFalse(all.isEmpty(), () -> "no " + kind.getSimpleName() + " in " + events);
        return all.get(all.size() - 1);
    }

    @Test
    void goesThroughALessonThatIsDoneRight() throws HomeProblem {
        Session session = start();
        assertEquals("yes", stage.drawer.get("ready"));
        assertEquals("guess", session.runner().step().id());
        session.runner().answer(1);
        assertFalse(last(Event.Answered.class).told());
        assertEquals("put a 1", session.runner().suggestion().orElseThrow());
        session.type("put a 1");
        assertEquals(1, all(Event.CommandMatched.class).size());
        assertEquals("put b 2", session.runner().suggestion().orElseThrow());
        session.type("put b 2");
        assertEquals(3, last(Event.Explained.class).points());
        assertEquals(1, all(Event.StepPassed.class).get(0).notes().size());
        session.type("put t 3");
        assertEquals(10, last(Event.StepPassed.class).points());
        assertEquals(
                new Score(15, 15, 3, 3, 1, 1), last(Event.LessonPassed.class).score());
        session.type("put e 5");
        session.type("echo \"the value was $value\"");
        assertTrue(last(Event.CoursePassed.class).score().complete());
        session.quit();
    }

    @Test
    void judgesWhatHappenedAndNotTheKeystrokes() throws HomeProblem {
        Session session = start();
        session.runner().answer(1);
        session.type("for i in 1; do put a $i; done");
        assertEquals("put b 2", session.runner().suggestion().orElseThrow());
        session.type("x=2; put b $x");
        assertEquals("alone", session.runner().step().id());
        session.quit();
    }

    @Test
    void takesSeveralCommandsInOneLine() throws HomeProblem {
        Session session = start();
        session.runner().answer(1);
        session.type("put a 1; put b 2");
        assertEquals("alone", session.runner().step().id());
        session.quit();
    }

    @Test
    void passesByTheEffectThoughTheOutputIsAnother() throws HomeProblem {
        Session session = start();
        session.runner().goTo("second");
        session.type("put e 5 > /dev/null");
        assertEquals("reuse", session.runner().step().id());
        session.quit();
    }

    @Test
    void doesNotPassByAnEffectThatWasThereBefore() throws HomeProblem {
        Session session = start();
        session.type("put e 5");
        session.runner().goTo("second");
        session.type("echo hello");
        assertEquals("effect", session.runner().step().id());
        session.type("put e 5");
        assertEquals("reuse", session.runner().step().id());
        session.quit();
    }

    @Test
    void anyOtherCommandIsJustRun() throws HomeProblem {
        Session session = start();
        session.runner().answer(1);
        session.type("get ready");
        assertTrue(all(Event.Mismatch.class).isEmpty());
        session.type("put a 7; put a 8");
        assertEquals("a is 7\na is 8\n", last(Event.Mismatch.class).verdict().actual());
        assertEquals("fill", session.runner().step().id());
        session.runner().why();
        assertFalse(last(Event.NotYet.class).verdicts().get(0).passed());
        session.quit();
    }

    @Test
    void countsOnlyTheFirstAnswer() throws HomeProblem {
        Session session = start();
        session.runner().answer(2);
        session.runner().back();
        session.runner().answer(1);
        assertEquals(
                new Score(0, 15, 1, 3, 0, 1),
                session.runner().progress().score(session.runner().lesson()));
        session.quit();
    }

    @Test
    void anAnswerAfterSkippingEarnsNothing() throws HomeProblem {
        Session session = start();
        session.runner().next();
        session.type("put a 1; put b 2");
        session.runner().goTo("guess");
        session.runner().answer(1);
        assertEquals(0, last(Event.Explained.class).points());
        session.quit();
    }

    @Test
    void hintsAndSolutionsCost() throws HomeProblem {
        Session session = start();
        session.runner().goTo("alone");
        session.runner().hint();
        assertEquals(2, last(Event.Hinted.class).cost());
        session.runner().hint();
        session.runner().hint();
        assertEquals(0, last(Event.Hinted.class).cost());
        session.type("put t 3");
        assertEquals(6, last(Event.StepPassed.class).points());
        session.runner().reset("first");
        session.runner().goTo("alone");
        session.runner().solution();
        assertEquals(
                "put t 3", last(Event.SolutionShown.class).commands().get(0).text());
        session.type("put t 3");
        assertEquals(0, last(Event.StepPassed.class).points());
        session.quit();
    }

    @Test
    void givesAHintWhenTheOutputCallsForItOnce() throws HomeProblem {
        Session session = start();
        session.runner().goTo("alone");
        session.type("put t 4");
        session.type("put t 4");
        assertEquals(1, all(Event.Hinted.class).size());
        assertEquals(0, last(Event.Hinted.class).cost());
        session.quit();
    }

    @Test
    void waitsOnlyWhenAskedToCheck() throws HomeProblem {
        Session session = start();
        session.runner().goTo("alone");
        session.runner().check();
        assertEquals(
                "There is no 3 in t.",
                last(Event.NotYet.class).verdicts().get(0).reason());
        session.type("later t 3");
        assertEquals("alone", session.runner().step().id());
        session.runner().check();
        assertEquals("second", session.runner().lesson().id());
        session.quit();
    }

    @Test
    void resetsOneLessonOrAll() throws HomeProblem {
        Session session = start();
        session.runner().answer(1);
        session.type("put a 1; put b 2");
        session.type("put z 9");
        session.runner().reset(null);
        assertFalse(stage.drawer.containsKey("a"));
        assertTrue(stage.drawer.containsKey("z"));
        assertEquals("guess", session.runner().step().id());
        assertEquals(0, session.runner().score().points());
        session.runner().resetAll();
        assertEquals(List.of("ready"), List.copyOf(stage.drawer.keySet()));
        session.quit();
    }

    @Test
    void goesOnAfterAKillWhereItWas() throws HomeProblem {
        Session session = start();
        session.runner().answer(1);
        session.type("put a 1");
        session.kill();
        session = start();
        assertEquals("1", stage.drawer.get("a"));
        assertEquals("fill", session.runner().step().id());
        assertEquals("put b 2", session.runner().suggestion().orElseThrow());
        assertTrue(all(Event.Trouble.class).isEmpty());
        session.type("put b 2");
        assertEquals(3, last(Event.Explained.class).points());
        session.type("put t 3");
        session.quit();
        session = start();
        assertEquals("second", session.runner().lesson().id());
        session.type("put e 5");
        session.type("echo \"the value was $value\"");
        assertTrue(session.runner().score().complete());
        session.quit();
    }

    /** Whatever part of the journal reached the disk, the lab starts and has what was whole. */
    @Test
    void goesOnAfterAnyCutOfTheJournal() throws HomeProblem, IOException {
        Session session = start();
        session.runner().answer(1);
        session.type("put a 1; put b 2");
        session.kill();
        byte[] journal = Files.readAllBytes(home.resolve(Journal.NAME));
        for (int length = 0; length <= journal.length; length += 7) {
            try (Stream<Path> files = Files.list(home)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.write(home.resolve(Journal.NAME), java.util.Arrays.copyOf(journal, length));
            session = start();
            assertTrue(session.store().notices().isEmpty());
            session.type("put x 1");
            session.kill();
            session = start();
            assertTrue(session.store().transcript().contains("put x 1"));
            session.kill();
        }
    }

    @Test
    void runsAgainWhatTheSnapshotOfTheClusterMissed() throws HomeProblem, IOException {
        Session session = start();
        session.runner().answer(1);
        byte[] before = Files.readAllBytes(home.resolve(SessionStore.CLUSTER));
        session.type("put a 1");
        session.kill();
        Files.write(home.resolve(SessionStore.CLUSTER), before);
        start().quit();
        assertEquals("1", stage.drawer.get("a"));
    }

    @Test
    void keepsBrokenStateAside() throws HomeProblem, IOException {
        Session session = start();
        session.runner().answer(1);
        session.type("put a 1; put b 2");
        session.quit();
        Files.writeString(home.resolve(SessionStore.PROGRESS), "{\"version\":1,\"sta");
        Files.writeString(home.resolve(SessionStore.CLUSTER), "nonsense");
        session = start();
        assertEquals("alone", session.runner().step().id());
        assertEquals(2, all(Event.Trouble.class).size());
        assertEquals("{\"version\":1,\"sta", Files.readString(home.resolve("progress.json.broken-1")));
        assertEquals("nonsense", Files.readString(home.resolve("cluster.json.gz.broken-1")));
        session.quit();
        start().quit();
        assertTrue(all(Event.Trouble.class).isEmpty());
    }

    @Test
    void keepsNewerStateAside() throws HomeProblem, IOException {
        start().quit();
        Files.writeString(home.resolve(SessionStore.PROGRESS), "{\"version\":99,\"state\":{}}");
        Files.writeString(home.resolve(Journal.NAME), "{\"version\":99}\n{\"n\":1,\"t\":\"at\"}\n");
        Session session = start();
        assertTrue(last(Event.Trouble.class).sentence().contains("newer lab"));
        assertTrue(Files.exists(home.resolve("progress.json.broken-1")));
        assertTrue(Files.exists(home.resolve("journal.jsonl.broken-1")));
        session.quit();
    }

    @Test
    void keepsADamagedJournalAsideAndTheGoodLines() throws HomeProblem, IOException {
        Session session = start();
        session.runner().answer(1);
        session.kill();
        Files.delete(home.resolve(SessionStore.CLUSTER));
        Path journal = home.resolve(Journal.NAME);
        Files.writeString(journal, "\u0000\u0001 broken\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        session = start();
        assertEquals("fill", session.runner().step().id());
        assertTrue(Files.exists(home.resolve("journal.jsonl.broken-1")));
        session.quit();
    }

    @Test
    void tellsASecondLabOnTheSameHome() throws HomeProblem {
        Session session = start();
        HomeProblem problem = org.junit.jupiter.api.Assertions.assertThrows(HomeProblem.class, () -> Home.open(home));
        assertTrue(problem.sentence().startsWith("Another lab is running on "));
        session.quit();
        start().quit();
    }

    @Test
    void saysInASentenceThatAHomeCannotBeUsed() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "x");
        HomeProblem problem =
                org.junit.jupiter.api.Assertions.assertThrows(HomeProblem.class, () -> Home.open(file.resolve("home")));
        assertTrue(problem.sentence().startsWith("The lab cannot keep your progress in "), problem.sentence());
    }

    @Test
    void goesOnWithoutSavingWhenTheDiskIsGoneAndSaysSoOnce() throws HomeProblem, IOException {
        Session session = start();
        Files.delete(home.resolve(SessionStore.CLUSTER));
        Files.createDirectory(home.resolve(SessionStore.CLUSTER + ".new"));
        session.runner().answer(1);
        session.type("put a 1");
        session.type("put b 2");
        assertEquals("alone", session.runner().step().id());
        assertEquals(1, all(Event.Trouble.class).size());
        assertTrue(last(Event.Trouble.class).sentence().startsWith("The lab could not save "));
        session.quit();
    }

    @Test
    void peeksWithoutALock() throws HomeProblem {
        Session session = start();
        session.runner().answer(1);
        assertEquals(3, SessionStore.peek(home).score(session.runner().course()).points());
        session.quit();
        assertEquals(
                0,
                SessionStore.peek(home.resolve("none"))
                        .score(FakeCourse.course())
                        .points());
    }

    @Test
    void findsProgressUnderAFormerName() throws HomeProblem, IOException {
        start().quit();
        Files.writeString(
                home.resolve(Journal.NAME),
                "{\"n\":999,\"t\":\"done\",\"lesson\":\"zweite\",\"step\":\"effect\",\"points\":1}\n",
                StandardOpenOption.APPEND);
        Session session = start();
        assertEquals(1, session.runner().score().points());
        session.quit();
    }

    @Test
    void doesNotSayThatProgressIsKeptWhenNothingCouldBeWritten() throws HomeProblem, IOException {
        Session session = start();
        assertTrue(session.runner().kept());
        session.quit();
        Files.createDirectory(home.resolve(SessionStore.CLUSTER + ".new"));
        Files.createDirectory(home.resolve(SessionStore.PROGRESS + ".new"));
        session.type("put a 1");
        assertFalse(session.runner().kept());
        Files.delete(home.resolve(SessionStore.CLUSTER + ".new"));
        Files.delete(home.resolve(SessionStore.PROGRESS + ".new"));
        assertTrue(session.runner().kept());
    }

    @Test
    void keepsAHistoryAsideThatIsNoText() throws HomeProblem, IOException {
        Files.write(home.resolve("history"), new byte[] {'1', ':', (byte) 0xff});
        try (Home open = Home.open(home)) {
            assertFalse(Files.exists(open.text("history")));
            assertTrue(Files.exists(home.resolve("history.broken-1")));
            assertEquals(1, open.notices().size());
        }
    }
}
