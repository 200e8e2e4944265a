package lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Where the details of a broken lab go, so that the learner sees a sentence and not a stack trace. */
final class FaultLog {
    private final Path home;

    FaultLog(Path home) {
        this.home = home;
    }

    /** Appends the fault to the log and says in a sentence what happened and where the details are. */
    String report(Throwable fault) {
        StringWriter details = new StringWriter();
        details.append(Instant.now().toString()).append(' ');
        fault.printStackTrace(new PrintWriter(details));
        String message = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        for (Path directory : new Path[] {home, Path.of(System.getProperty("java.io.tmpdir", "."))}) {
            try {
                Files.createDirectories(directory);
                Path file = directory.resolve("lab.log");
                Files.writeString(file, details + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                return "lab: something broke in the lab itself: " + message + ". The details are in " + file
                        + "; your progress is kept.";
            } catch (IOException notHere) {
                // the next directory may be writable
            }
        }
        return "lab: something broke in the lab itself: " + message + ".";
    }
}
