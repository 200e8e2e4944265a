package lab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** A cluster that lives in the lab, so that the lab can keep it between runs and move its clock. */
public interface Restorable {
    /** Everything that has to be kept, as one tree. */
    JsonNode save();

    /**
     * Becomes what {@link #save} gave.
     *
     * @throws IllegalArgumentException when it cannot be read; the cluster is then as {@link #renew} leaves it
     */
    void load(JsonNode saved);

    /** Becomes what it was when it was made. */
    void renew();

    /** Lets time pass that went by outside, such as a learner's thinking between two commands. */
    void pass(Duration duration);
}
