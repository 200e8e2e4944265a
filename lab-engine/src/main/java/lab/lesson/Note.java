package lab.lesson;

import java.util.List;
import java.util.regex.Pattern;
import lab.lesson.prose.Prose;

/** Explains a line of a step's output, shown after the step has passed. */
public record Note(int line, Pattern where, List<Prose> text) {
    public Note {
        text = List.copyOf(text);
    }

    /** The first line of the output that the note is about, from 0; -1 if there is none. */
    public int find(String output) {
        String[] lines = output.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (where.matcher(lines[i]).find()) {
                return i;
            }
        }
        return -1;
    }
}
