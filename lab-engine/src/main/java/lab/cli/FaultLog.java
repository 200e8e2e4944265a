package lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/** Where the details of a broken lab go, so that the learner sees a sentence and not a stack trace. */
final class FaultLog {
    private final Path home;

    /** @param home of the command that failed */
    FaultLog(Path home) {
        this.home = home;
    }

    /** Appends the fault to the log and says in a sentence what happened and where the details are. */
    String report(Throwable fault) {
        String message = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        String sentence = "lab: something broke in the lab itself: " + message.strip();
        return (sentence.endsWith(".") ? sentence : sentence + ".")
                + keep(fault).map(file -> " The details are in " + file + ".").orElse("");
    }

    /** Appends the fault to the log and says where that is, for a message that tells already what happened. */
    String where(Throwable fault) {
        return keep(fault)
                .map(file -> "lab: the details are in " + file)
                .orElse("lab: the details could not be written down");
    }

    private Optional<Path> keep(Throwable fault) {
        StringWriter details = new StringWriter();
        details.append(Instant.now().toString()).append(' ');
        fault.printStackTrace(new PrintWriter(details));
        for (Path directory : new Path[] {home, Path.of(System.getProperty("java.io.tmpdir", "."))}) {
            try {
                Files.createDirectories(directory);
                Path file = directory.resolve("lab.log");
                Files.writeString(file, details + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                return Optional.of(file);
            } catch (IOException notHere) {
                // the next directory may be writable
            }
        }
        return Optional.empty();
    }
}
