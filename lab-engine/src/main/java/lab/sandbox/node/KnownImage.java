package lab.sandbox.node;

import java.util.List;
import java.util.Map;

/**
 * An image that the sandbox knows how to run.
 *
 * @param name in full, without tag: {@code docker.io/library/busybox}
 * @param onNode whether the node has it from the start
 * @param user the user that containers run as unless the pod says otherwise
 * @param entrypoint what runs when the container names no command
 * @param command its arguments when the container names none
 */
record KnownImage(
        String name,
        String tag,
        String id,
        long bytes,
        boolean onNode,
        Kind kind,
        User user,
        Map<String, String> environment,
        List<String> entrypoint,
        List<String> command) {
    /** What programs and servers an image contains. */
    enum Kind {
        CURL,
        HTTPBIN,
        PROXY,
        PILOT,
        BUSYBOX,
        ALPINE,
        NGINX,
        DISTROLESS
    }

    String reference() {
        return name + ":" + tag;
    }
}
