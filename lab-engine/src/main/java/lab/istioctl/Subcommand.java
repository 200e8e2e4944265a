package lab.istioctl;

import java.util.List;
import java.util.Set;
import lab.shell.pflag.FlagSet;

/** One command of istioctl; a group has commands of its own and does nothing itself. */
interface Subcommand {
    String name();

    default List<String> aliases() {
        return List.of();
    }

    /** The sentence that the list of commands shows. */
    String summary();

    default FlagSet flags() {
        return new FlagSet();
    }

    default List<Subcommand> subcommands() {
        return List.of();
    }

    /** The help page beside the list of flags and commands; empty for the summary alone. */
    default String description() {
        return "";
    }

    /** Example lines of the help page, indented; empty for none. */
    default String examples() {
        return "";
    }

    /** Names of the global flags that the help page leaves out. */
    default Set<String> hiddenFlags() {
        return Set.of();
    }

    /** What stands after the command's words in the usage line. */
    default String arguments() {
        return subcommands().isEmpty() ? "[flags]" : "[command]";
    }

    default boolean isNamed(String word) {
        return name().equals(word) || aliases().contains(word);
    }

    /**
     * @return the exit code
     * @throws IstioctlFailure what stderr shows
     */
    int run(Call call);
}
