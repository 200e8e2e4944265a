package lab.lesson;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in one file. */
final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void at(int line, String message) {
        found.add(new Problem(file, line, message));
    }

    List<Problem> found() {
        return List.copyOf(found);
    }
}
