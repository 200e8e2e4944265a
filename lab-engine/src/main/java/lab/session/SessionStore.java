package lab.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lab.check.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a session across a kill at any moment. The journal holds everything that happened; {@code progress.json} and
 * {@code cluster.json.gz} are snapshots that save replaying it from the start.
 */
public final class SessionStore implements AutoCloseable {
    static final String PROGRESS = "progress.json";
    static final String CLUSTER = "cluster.json.gz";
    static final int VERSION = 1;
    private static final int SNAPSHOT_EVERY = 40;

    private final Home home;
    private final Journal journal;
    private final Clock clock;
    private final List<String> transcript = new ArrayList<>();
    private Consumer<String> trouble = sentence -> {};
    private boolean troubled;
    // What the journal could not take is lost unless a later snapshot holds it. It does not always make up for a
    // cluster
    // that was not saved: there may be no older one to run its commands on.
    private boolean progressAtRisk;
    private boolean clusterAtRisk;
    private Progress progress;
    private long number;
    private int sinceSnapshot;

    private SessionStore(Home home, Journal journal, Clock clock, Progress progress) {
        this.home = home;
        this.journal = journal;
        this.clock = clock;
        this.progress = progress;
    }

    /** @param clock the wall's: entries carry the time */
    public static SessionStore open(Home home, Clock clock) throws HomeProblem {
        Optional<JsonNode> saved = home.read(PROGRESS, VERSION);
        Journal journal = Journal.open(home);
        SessionStore store =
                new SessionStore(home, journal, clock, saved.map(Progress::load).orElseGet(Progress::new));
        store.number = store.progress.last();
        for (JsonNode entry : journal.entries()) {
            if (entry.path("n").asLong() > store.progress.last()) {
                store.progress.apply(entry);
            }
            store.number = Math.max(store.number, entry.path("n").asLong());
            if (entry.path("t").asText().equals("command")) {
                store.transcript.add(entry.path("text").asText());
            }
        }
        return store;
    }

    /** Progress alone, without the right to change it: for {@code lab lessons}, while another lab may be running. */
    public static Progress peek(java.nio.file.Path directory) {
        return PeekedProgress.read(directory);
    }

    public Progress progress() {
        return progress;
    }

    /** Sentences about state that was broken and is kept aside. */
    public List<String> notices() {
        return home.notices();
    }

    /** Every command that the learner ever typed here, oldest first. */
    public List<String> transcript() {
        return List.copyOf(transcript);
    }

    /** Who is told, once, when nothing can be saved any more. */
    public void onTrouble(Consumer<String> listener) {
        trouble = listener;
    }

    ObjectNode entry(String kind) {
        return JsonNodeFactory.instance.objectNode().put("t", kind);
    }

    /** Takes an entry into the progress and onto the disk. */
    void add(ObjectNode entry) {
        ObjectNode numbered = JsonNodeFactory.instance.objectNode();
        numbered.put("n", ++number).put("at", clock.instant().toString());
        numbered.setAll(entry);
        progress.apply(numbered);
        if (!trying(() -> journal.append(numbered))) {
            progressAtRisk = true;
            clusterAtRisk = true;
        }
        if (++sinceSnapshot >= SNAPSHOT_EVERY) {
            snapshot();
        }
    }

    void addCommand(Observation seen, long milliseconds) {
        transcript.add(seen.command());
        add(entry("command")
                .put("text", seen.command())
                .put("exit", seen.exit())
                .put("ms", milliseconds));
    }

    /** Saves the cluster as it is after the last entry. */
    public void saveCluster(ClusterState cluster) {
        if (cluster.kept()) {
            ObjectNode state = JsonNodeFactory.instance.objectNode().put("last", number);
            state.set("cluster", cluster.save());
            clusterAtRisk = !trying(() -> home.write(CLUSTER, VERSION, state));
        }
    }

    /**
     * Brings the saved cluster back.
     *
     * @return the commands that were run after it was saved, to be run again; null when there was nothing to bring back
     */
    public @Nullable List<String> loadCluster(ClusterState cluster) {
        if (!cluster.kept()) {
            return null;
        }
        Optional<JsonNode> saved = home.read(CLUSTER, VERSION);
        if (saved.isEmpty()) {
            return null;
        }
        try {
            cluster.load(saved.get().path("cluster"));
        } catch (RuntimeException e) {
            home.aside(CLUSTER, "does not fit this lab");
            cluster.renew();
            return null;
        }
        List<String> since = new ArrayList<>();
        for (JsonNode entry : journal.entries()) {
            if (entry.path("n").asLong() > saved.get().path("last").asLong()
                    && entry.path("t").asText().equals("command")) {
                since.add(entry.path("text").asText());
            }
        }
        return since;
    }

    void snapshot() {
        sinceSnapshot = 0;
        if (trying(() -> home.write(PROGRESS, VERSION, progress.save()))) {
            progressAtRisk = false;
        }
    }

    /** Whether all that was done is on the disk, after a last attempt to bring it there. */
    boolean kept() {
        if (progressAtRisk) {
            snapshot();
        }
        return !progressAtRisk && !clusterAtRisk;
    }

    private interface Saving {
        void run() throws HomeProblem;
    }

    /** @return false when it could not be saved; the first time the learner is told */
    private boolean trying(Saving saving) {
        try {
            saving.run();
            return true;
        } catch (HomeProblem e) {
            if (!troubled) {
                troubled = true;
                trouble.accept(e.sentence());
            }
            return false;
        }
    }

    @Override
    public void close() {
        snapshot();
        trying(journal::close);
        home.close();
    }
}
