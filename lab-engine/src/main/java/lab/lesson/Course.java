package lab.lesson;

import java.util.List;
import java.util.Optional;

/** The lessons in order. */
public record Course(String title, List<Lesson> lessons) {
    public Course {
        lessons = List.copyOf(lessons);
    }

    /** By id, former id, file name, or number from 1. */
    public Optional<Lesson> lesson(String name) {
        Optional<Lesson> byName = lessons.stream()
                .filter(lesson -> lesson.isNamed(name) || lesson.file().equals(name))
                .findFirst();
        if (byName.isPresent() || !name.matches("[Ll]?\\d{1,3}")) {
            return byName;
        }
        int number = Integer.parseInt(name.replaceFirst("[Ll]", ""));
        return number >= 1 && number <= lessons.size() ? Optional.of(lessons.get(number - 1)) : Optional.empty();
    }

    public int points() {
        return lessons.stream().mapToInt(Lesson::points).sum();
    }
}
