package lab.session;

import lab.shell.Time;

/** A fresh cluster with a shell on it, for one lesson of {@link Verification}. */
public interface Stage extends AutoCloseable {
    LearnerShell shell();

    Time time();

    @Override
    void close();
}
