package lab.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.Observation;
import lab.check.Verdict;
import lab.conformance.Answer;
import lab.conformance.Recordings;
import lab.lesson.Activity;
import lab.lesson.Command;
import lab.lesson.CourseReader;
import lab.lesson.Lesson;
import lab.lesson.Step;
import org.junit.jupiter.api.Test;

/** Where a lesson runs a command that was recorded on a real cluster, one of the recorded outputs is what it expects. */
class RecordedLessonsTest {
    private static List<Observation> recordings() {
        List<Observation> recordings = new ArrayList<>();
        for (String session : Recordings.sessions()) {
            for (Answer answer : Recordings.answers(session)) {
                recordings.add(Observation.of(answer.command(), answer.exit(), answer.out(), answer.err()));
            }
        }
        return recordings;
    }

    private static String plain(String command) {
        return command.replace("samples/sleep/", "samples/")
                .replace("samples/httpbin/", "samples/")
                .replace("$NS", "default");
    }

    private static List<Lesson> lessons() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("lessons").resolve(CourseReader.INDEX))) {
            here = Optional.ofNullable(here.getParent()).orElseThrow();
        }
        Path lessons = here.resolve("lessons");
        return CourseReader.read(name -> {
                    try {
                        return Optional.of(Files.readString(lessons.resolve(name)));
                    } catch (IOException e) {
                        return Optional.empty();
                    }
                })
                .course()
                .lessons();
    }

    @Test
    void expectWhatARealClusterPrinted() {
        List<Observation> recordings = recordings();
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Lesson lesson : lessons()) {
            for (Step step : lesson.steps()) {
                if (!(step.activity() instanceof Activity.Console console)) {
                    continue;
                }
                for (Command command : console.commands()) {
                    if (command.text().equals("kubectl apply -f injected.yaml")) {
                        continue; // Recorded with another file of that name.
                    }
                    List<Verdict> verdicts = recordings.stream()
                            .filter(seen -> seen.command().equals(plain(command.text())))
                            .map(seen -> command.expectation().judge(seen, Map.of("NS", "default")))
                            .toList();
                    compared += verdicts.isEmpty() ? 0 : 1;
                    if (!verdicts.isEmpty() && verdicts.stream().noneMatch(Verdict::passed)) {
                        wrong.add(lesson.file() + ":" + command.line() + ": " + verdicts.get(0));
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(compared >= 10, "only " + compared + " commands are recorded");
    }
}
