package lab.sandbox.node;

import java.time.Instant;

/** A line in a container's log file. */
record LogEntry(Instant time, boolean stderr, String text) {}
