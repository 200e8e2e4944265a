package lab.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.lesson.Course;
import lab.lesson.CourseReader;
import lab.lesson.Lesson;
import lab.lesson.LessonParser;

/** Two small lessons about a drawer. */
final class FakeCourse {
    static final String FIRST = """
        ---
        id: first
        title: First
        minutes: 1
        ---
        ```setup
        $ put ready yes > /dev/null
        ```
        ```reset
        $ drop a
        $ drop b
        $ drop t
        ```

        ```predict {id=guess points=3}
        question: What is in a, after this?
        choices:
        - {answer: one, right: true, seen: {contains: "1"}}
        - {answer: two, seen: {contains: "2"}, why: Two is not one.}
        explanation: One.
        proof: get a
        ```

        ```console {id=fill points=2}
        $ put a 1
        a is <value>
        $ put b 2
        b is 2
        ```
        ```annotate
        - {line: b is, note: The second.}
        ```

        ```task {id=alone points=10 hint-cost=2}
        Put 3 into t.
        ```
        ```check {retry=5s}
        - {run: get t, equals: "3", says: There is no 3 in t.}
        ```
        ```hint
        - {when: {command: put t, output: is 4}, say: That is four.}
        ```
        <details><summary>One</summary>

        First hint.

        </details>
        <details><summary>Two</summary>

        Second hint.

        </details>
        <details><summary>Solution</summary>

        ```solution
        $ put t 3
        t is 3
        ```

        </details>
        """;

    static final String SECOND = """
        ---
        id: second
        title: Second
        minutes: 1
        needs: [first]
        aliases: [zweite]
        ---
        ```console {id=effect}
        $ put e 5
        e is 5
        ```
        ```check
        - {run: get e, equals: "5"}
        ```

        ```console {id=reuse}
        $ echo "the value was $value"
        the value was $value
        ```
        """;

    private FakeCourse() {}

    static Course course() {
        CourseReader.Result result = CourseReader.read(name -> Optional.ofNullable(
                Map.of("README.md", "# Drawers\n[1](1.md) [2](2.md)\n", "1.md", FIRST, "2.md", SECOND)
                        .get(name)));
        assertEquals(List.of(), result.problems());
        return result.course();
    }

    static Lesson lesson(String text) {
        LessonParser.Result result = LessonParser.parse("l.md", text);
        assertEquals(List.of(), result.problems());
        return result.lesson().orElseThrow();
    }
}
