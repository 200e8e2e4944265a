package lab.shell.pflag;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The flags that a command knows, built up in a chain. */
public final class FlagSet {
    private static final char NO_LETTER = 0;

    private final Map<String, Flag> byName = new LinkedHashMap<>();
    private final Map<Character, Flag> byLetter = new LinkedHashMap<>();

    public FlagSet bool(String name, char letter, boolean initial, String usage) {
        return add(new Flag(name, letter, Flag.Kind.BOOL, String.valueOf(initial), "true", usage));
    }

    public FlagSet bool(String name, String usage) {
        return bool(name, NO_LETTER, false, usage);
    }

    public FlagSet string(String name, char letter, String initial, String usage) {
        return add(new Flag(name, letter, Flag.Kind.STRING, initial, null, usage));
    }

    public FlagSet string(String name, String usage) {
        return string(name, NO_LETTER, "", usage);
    }

    /** A text that may be given without a value, such as {@code --dry-run}. */
    public FlagSet optional(String name, String initial, String bare, String usage) {
        return add(new Flag(name, NO_LETTER, Flag.Kind.STRING, initial, bare, usage));
    }

    public FlagSet number(String name, long initial, String usage) {
        return add(new Flag(name, NO_LETTER, Flag.Kind.INT, String.valueOf(initial), null, usage));
    }

    public FlagSet duration(String name, String initial, String usage) {
        return add(new Flag(name, NO_LETTER, Flag.Kind.DURATION, initial, null, usage));
    }

    /** May be repeated; each value is split at commas. */
    public FlagSet list(String name, char letter, String usage) {
        return add(new Flag(name, letter, Flag.Kind.LIST, "[]", null, usage));
    }

    /** May be repeated; values keep their commas. */
    public FlagSet array(String name, char letter, String usage) {
        return add(new Flag(name, letter, Flag.Kind.ARRAY, "[]", null, usage));
    }

    public FlagSet add(Flag flag) {
        byName.put(flag.name(), flag);
        if (flag.shorthand() != NO_LETTER) {
            byLetter.put(flag.shorthand(), flag);
        }
        return this;
    }

    /** Adds all of another set's flags that are not here yet. */
    public FlagSet addAll(FlagSet other) {
        other.all().stream().filter(flag -> !byName.containsKey(flag.name())).forEach(this::add);
        return this;
    }

    public Collection<Flag> all() {
        return byName.values();
    }

    @Nullable
    public Flag named(String name) {
        return byName.get(name);
    }

    @Nullable
    public Flag lettered(char letter) {
        return byLetter.get(letter);
    }
}
