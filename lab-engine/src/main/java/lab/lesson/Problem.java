package lab.lesson;

/** Something that an author did wrong, and what would be right. Lines count from 1. */
public record Problem(String file, int line, String message) implements Comparable<Problem> {
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }

    @Override
    public int compareTo(Problem other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }
}
