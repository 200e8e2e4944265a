package lab.sandbox.node;

import java.util.List;
import lab.iptables.Ruleset;
import lab.iptables.SaveText;
import lab.shell.Invocation;
import org.jspecify.annotations.Nullable;

/** {@code iptables-save} and {@code ip6tables-save}, options {@code -t} and {@code -c}. */
final class IptablesSave {
    private IptablesSave() {}

    static int run(Invocation call, Ruleset rules) {
        boolean counters = false;
        @Nullable String table = null;
        List<String> words = call.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("-c") || word.equals("--counters")) {
                counters = true;
            } else if ((word.equals("-t") || word.equals("--table")) && i + 1 < words.size()) {
                table = words.get(++i);
            } else {
                call.err().println(call.name() + ": option " + word + " is not available in the sandbox yet");
                return 1;
            }
        }
        String version = call.name() + " " + NodeFacts.IPTABLES;
        String date = Stamps.ctime(call.environment().time().now());
        call.out().print(SaveText.print(rules, version, date, table, counters));
        return 0;
    }
}
