package lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lab.lesson.CourseReader;

/** Lessons in a directory of the host, for authors. */
record DirectoryContent(Path directory) implements CourseReader.Content {
    @Override
    public Optional<String> read(String name) {
        Path file = directory.resolve(name);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new CannotGoOn(Exit.USAGE, file + ": cannot be read as UTF-8 text");
        }
    }
}
