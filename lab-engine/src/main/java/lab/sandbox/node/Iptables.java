package lab.sandbox.node;

import java.util.ArrayList;
import java.util.List;
import lab.iptables.Chain;
import lab.iptables.ListText;
import lab.iptables.Rule;
import lab.iptables.RuleReader;
import lab.iptables.RuleSyntax;
import lab.iptables.Ruleset;
import lab.iptables.Table;
import lab.iptables.Target;
import lab.shell.Invocation;
import org.jspecify.annotations.Nullable;

/** {@code iptables}: lists and changes the rules of a network namespace. Models iptables 1.8.9 (nf_tables). */
final class Iptables {
    private static final String BAD_RULE = "Bad rule (does a matching rule exist in that chain?).";

    private final Invocation call;
    private final Ruleset rules;
    private final List<String> rest = new ArrayList<>();
    private String tableName = "filter";
    private String command = "";
    private boolean numeric;
    private boolean verbose;
    private boolean exact;
    private boolean numbers;

    Iptables(Invocation call, Ruleset rules) {
        this.call = call;
        this.rules = rules;
    }

    int run() {
        List<String> words = call.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            switch (word) {
                case "-t", "--table" -> {
                    i++;
                    if (i >= words.size()) {
                        return usage("option \"" + word + "\" requires an argument");
                    }
                    tableName = words.get(i);
                }
                case "-n", "--numeric" -> numeric = true;
                case "-v", "--verbose" -> verbose = true;
                case "-x", "--exact" -> exact = true;
                case "--line-numbers", "--line-number" -> numbers = true;
                case "-w", "--wait" -> {}
                default -> {
                    if (command.isEmpty() && word.matches("-[ACDFILNPRSXZE]|--[a-z-]+") && letter(word) != null) {
                        command = String.valueOf(letter(word));
                    } else if (word.matches("-[nvxL]{2,}")) {
                        letters(word);
                    } else {
                        rest.add(word);
                    }
                }
            }
        }
        if (command.isEmpty()) {
            return usage("no command specified");
        }
        if (!Table.known(tableName)) {
            call.err()
                    .println(named() + "table '" + tableName + "' does not exist\nPerhaps " + call.name()
                            + " or your kernel needs to be upgraded.");
            return 3;
        }
        try {
            return execute();
        } catch (RuleSyntax e) {
            return usage(e.reason());
        }
    }

    private void letters(String word) {
        numeric |= word.contains("n");
        verbose |= word.contains("v");
        exact |= word.contains("x");
        if (word.contains("L")) {
            command = "-L";
        }
    }

    private static @Nullable String letter(String word) {
        return switch (word) {
            case "--append" -> "-A";
            case "--check" -> "-C";
            case "--delete" -> "-D";
            case "--flush" -> "-F";
            case "--insert" -> "-I";
            case "--list" -> "-L";
            case "--new-chain" -> "-N";
            case "--policy" -> "-P";
            case "--replace" -> "-R";
            case "--list-rules" -> "-S";
            case "--delete-chain" -> "-X";
            case "--zero" -> "-Z";
            default -> word.length() == 2 ? word : null;
        };
    }

    private String named() {
        return call.name() + " " + NodeFacts.IPTABLES + ": ";
    }

    private int usage(String problem) {
        call.err()
                .println(named() + problem + "\nTry `" + call.name() + " -h' or '" + call.name()
                        + " --help' for more information.");
        return 2;
    }

    private int failed(String problem) {
        call.err().println(call.name() + ": " + problem);
        return 1;
    }

    private int execute() throws RuleSyntax {
        return switch (command) {
            case "-L", "-S" -> list();
            case "-Z", "-F", "-X" -> all();
            case "-N", "-P", "-E" -> chains();
            default -> rule();
        };
    }

    /** What is listed must not come into being by being listed. */
    private Table seen() {
        Table table = rules.find(tableName);
        return table == null ? new Table(tableName) : table;
    }

    private int list() {
        Table table = seen();
        List<Chain> chains = table.chains();
        if (!rest.isEmpty()) {
            Chain chain = table.chain(rest.get(0));
            if (chain == null) {
                call.err()
                        .println(named() + "chain `" + rest.get(0) + "' in table `" + tableName
                                + "' is incompatible, use 'nft' tool.");
                return 1;
            }
            chains = List.of(chain);
        }
        call.out()
                .print(
                        command.equals("-S")
                                ? ListText.commands(chains)
                                : new ListText(table, numeric, verbose, exact, numbers).chains(chains));
        return 0;
    }

    private int all() {
        Table table = rules.table(tableName);
        List<Chain> chains = table.chains();
        if (!rest.isEmpty()) {
            Chain chain = table.chain(rest.get(0));
            if (chain == null) {
                return failed("No chain/target/match by that name.");
            }
            chains = List.of(chain);
        }
        for (Chain chain : List.copyOf(chains)) {
            if (command.equals("-Z")) {
                chain.rules().forEach(Rule::zero);
            } else if (command.equals("-F")) {
                chain.rules().clear();
            } else if (!chain.builtIn()) {
                if (!chain.rules().isEmpty()) {
                    return failed("Directory not empty.");
                }
                if (table.references(chain.name()) > 0) {
                    call.err()
                            .println(named() + " CHAIN_USER_DEL failed (Device or resource busy): chain "
                                    + chain.name());
                    return 4;
                }
                table.delete(chain);
            }
        }
        return 0;
    }

    private int chains() throws RuleSyntax {
        if (rest.isEmpty()) {
            throw new RuleSyntax("option \"" + command + "\" requires an argument");
        }
        Table table = rules.table(tableName);
        Chain chain = table.chain(rest.get(0));
        if (command.equals("-N")) {
            if (chain != null) {
                return failed("Chain already exists.");
            }
            table.create(rest.get(0));
            return 0;
        }
        if (command.equals("-E")) {
            call.err().println(call.name() + ": renaming a chain is not available in the sandbox yet");
            return 1;
        }
        if (chain == null || !chain.builtIn()) {
            return failed("Bad built-in chain name.");
        }
        if (rest.size() < 2 || !rest.get(1).matches("ACCEPT|DROP")) {
            return failed("Bad policy name. Run `dmesg' for more information.");
        }
        chain.policy(rest.get(1));
        return 0;
    }

    private int rule() throws RuleSyntax {
        if (rest.isEmpty()) {
            throw new RuleSyntax("option \"" + command + "\" requires an argument");
        }
        Table table = rules.table(tableName);
        Chain chain = table.chain(rest.get(0));
        List<String> words = rest.subList(1, rest.size());
        boolean numbered = !words.isEmpty() && words.get(0).matches("\\d+");
        int place = numbered ? Integer.parseInt(words.get(0)) : 0;
        if (chain == null) {
            return failed("No chain/target/match by that name.");
        }
        if (command.equals("-D") && numbered) {
            if (place < 1 || place > chain.rules().size()) {
                return failed("Index of deletion too big.");
            }
            chain.rules().remove(place - 1);
            return 0;
        }
        Rule rule = RuleReader.read(numbered ? words.subList(1, words.size()) : words, rules.v6());
        if (rule.target() instanceof Target.Jump jump
                && !Target.VERDICTS.contains(jump.name())
                && table.chain(jump.name()) == null) {
            throw new RuleSyntax("Chain '" + jump.name() + "' does not exist");
        }
        return change(chain, rule, numbered, place);
    }

    private int change(Chain chain, Rule rule, boolean numbered, int place) {
        List<Rule> there = chain.rules();
        switch (command) {
            case "-A" -> there.add(rule);
            case "-I" -> {
                int at = numbered ? place : 1;
                if (at < 1 || at > there.size() + 1) {
                    return failed("Index of insertion too big.");
                }
                there.add(at - 1, rule);
            }
            case "-R" -> {
                if (place < 1 || place > there.size()) {
                    return failed("Index of replacement too big.");
                }
                there.set(place - 1, rule);
            }
            case "-D" -> {
                if (!there.remove(rule)) {
                    return failed(BAD_RULE);
                }
            }
            default -> {
                if (!there.contains(rule)) {
                    return failed(BAD_RULE);
                }
            }
        }
        return 0;
    }
}
