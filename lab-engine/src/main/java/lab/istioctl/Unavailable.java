package lab.istioctl;

import java.util.List;

/** A command of the real istioctl that is refused by name. */
record Unavailable(String name, List<String> aliases, String summary) implements Subcommand {
    Unavailable(String name, String summary) {
        this(name, List.of(), summary);
    }

    @Override
    public int run(Call call) {
        throw new IllegalStateException("refused before it runs");
    }
}
