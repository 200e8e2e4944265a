package lab.terminal;

import java.util.ArrayList;
import java.util.List;
import lab.session.Event;

/**
 * The text of the step that comes next, kept back while there is something to read first: when it would push what a
 * command printed off the screen, and between two lessons.
 */
final class NextStep {
    private final List<Event> events = new ArrayList<>();
    private boolean keeping;

    /** From now on what opens is kept, until {@link #take}. */
    void keep() {
        keeping = true;
    }

    /** Whether the event is kept, and not to be shown now. */
    boolean keeps(Event event) {
        boolean opens = event instanceof Event.StepOpened || event instanceof Event.LessonOpened;
        if (keeping && opens) {
            events.add(event);
        }
        return keeping && opens;
    }

    boolean waits() {
        return !events.isEmpty();
    }

    /** Whether what waits is the beginning of a lesson. */
    boolean opensLesson() {
        return events.stream().anyMatch(Event.LessonOpened.class::isInstance);
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /** What was kept, to be shown now. */
    List<Event> take() {
        List<Event> kept = List.copyOf(events);
        events.clear();
        keeping = false;
        return kept;
    }
}
