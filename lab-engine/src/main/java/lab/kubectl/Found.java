package lab.kubectl;

import java.util.List;

/**
 * What a {@link Finder} came back with.
 *
 * @param failures what could not be had; the rest is there
 * @param single true when the command line means exactly one object
 */
public record Found(List<Info> infos, List<KubectlFailure> failures, boolean single) {
    public Found {
        infos = List.copyOf(infos);
        failures = List.copyOf(failures);
    }

    /** The infos, or the failures thrown. */
    public List<Info> orThrow() {
        throwFailures();
        return infos;
    }

    public void throwFailures() {
        if (!failures.isEmpty()) {
            throw KubectlFailure.all(failures);
        }
    }
}
