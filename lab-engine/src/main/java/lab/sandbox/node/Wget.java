package lab.sandbox.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.sandbox.node.HttpPath.Failure;
import lab.sandbox.node.HttpPath.Outcome;
import lab.sandbox.node.http.Header;
import lab.sandbox.node.http.HttpRequest;
import lab.sandbox.node.http.HttpResponse;
import lab.shell.FileProblem;
import lab.shell.Invocation;
import lab.shell.Output;
import lab.shell.Program;

/** {@code wget} of busybox, its usual options. */
final class Wget implements Program {
    private final Caller caller;
    private final ClusterNetwork network;
    private final HttpPath path;

    Wget(Caller caller, ClusterNetwork network, HttpPath path) {
        this.caller = caller;
        this.network = network;
        this.path = path;
    }

    @Override
    public int run(Invocation call) {
        boolean quiet = false;
        String output = "";
        String address = "";
        int seconds = 900;
        List<String> words = call.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.matches("-[qS]*O-?") || word.equals("-O")) {
                quiet |= word.contains("q");
                output = word.endsWith("-") ? "-" : i + 1 < words.size() ? words.get(++i) : "";
            } else if (word.equals("-q")) {
                quiet = true;
            } else if (word.equals("-T") || word.startsWith("--timeout=")) {
                String value = word.equals("-T") ? words.get(Math.min(++i, words.size() - 1)) : word.substring(10);
                seconds = value.matches("\\d{1,6}") ? Integer.parseInt(value) : seconds;
            } else if (word.startsWith("-")) {
                call.err().println("wget: option " + word + " is not available in the sandbox yet");
                return 1;
            } else {
                address = word;
            }
        }
        Url url = Url.parse(address);
        if (url == null || !url.scheme().equals("http")) {
            call.err().println("wget: not an http or ftp url: " + address);
            return 1;
        }
        return fetch(call, url, quiet, output, seconds);
    }

    private int fetch(Invocation call, Url url, boolean quiet, String output, int seconds) {
        List<String> addresses = network.resolve(url.host(), caller.pod());
        if (addresses.isEmpty()) {
            call.err().println("wget: bad address '" + url.authority() + "'");
            return 1;
        }
        String ip = addresses.get(0);
        if (!quiet) {
            call.err().println("Connecting to " + url.authority() + " (" + ip + ":" + url.port() + ")");
        }
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Host", url.authority()));
        headers.add(new Header("User-Agent", "Wget"));
        headers.add(new Header("Connection", "close"));
        Outcome outcome = path.send(caller, ip, url.port(), new HttpRequest("GET", url.target(), headers, new byte[0]));
        outcome.notes().forEach(call.err()::println);
        HttpResponse response = outcome.response();
        boolean late = outcome.failure() == Failure.NO_ANSWER || outcome.took().toSeconds() >= seconds;
        call.environment().time().sleep(late ? Duration.ofSeconds(seconds) : outcome.took());
        if (late) {
            call.err().println("wget: download timed out");
            return 1;
        }
        if (response == null) {
            String cause = outcome.failure() == Failure.REFUSED
                    ? "can't connect to remote host (" + ip + "): Connection refused"
                    : outcome.failure() == Failure.RESET
                            ? "error getting response: Connection reset by peer"
                            : "error getting response";
            call.err().println("wget: " + cause);
            return 1;
        }
        if (response.code() >= 400) {
            call.err().println("wget: server returned error: HTTP/1.1 " + response.code() + " " + response.reason());
            return 1;
        }
        return save(call, url, quiet, output, response);
    }

    private static int save(Invocation call, Url url, boolean quiet, String output, HttpResponse response) {
        if (output.equals("-")) {
            call.out().write(response.body());
            return 0;
        }
        String path = url.target().replaceAll("\\?.*", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        String name = !output.isEmpty() ? output : last.isEmpty() ? "index.html" : last;
        try (Output file = call.environment().files().write(name, false)) {
            file.write(response.body());
        } catch (FileProblem e) {
            call.err().println("wget: can't open '" + name + "': " + e.reason());
            return 1;
        }
        if (!quiet) {
            call.err().println("saving to '" + name + "'\n'" + name + "' saved");
        }
        return 0;
    }
}
