package lab.kubectl.create;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.Help;
import lab.shell.pflag.FlagSet;

/** One {@code kubectl create TYPE NAME}: its flags, and the object made from them. */
record Generator(String name, List<String> aliases, String summary, String usage, FlagSet own, Maker maker)
        implements Command {
    /** Fills an object from the flags; the name is in it already. */
    interface Maker {
        void fill(Call call, ObjectNode object);
    }

    static Generator of(String name, String summary, String usage, FlagSet own, Maker maker) {
        return new Generator(name, List.of(), summary, usage, own, maker);
    }

    Generator alias(String... names) {
        return new Generator(name, List.of(names), summary, usage, own, maker);
    }

    @Override
    public Help help() {
        return Help.of(summary, usage + " [options]");
    }

    @Override
    public FlagSet flags() {
        return new FlagSet().addAll(own).addAll(Made.flags());
    }

    @Override
    public int run(Call call) {
        String object = only(call);
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        made.putObject("metadata").put("name", object);
        maker.fill(call, made);
        return Made.create(call, made);
    }

    /** The one argument. */
    static String only(Call call) {
        int count = call.arguments().size();
        int dash = call.flags().dash();
        int before = dash < 0 ? count : dash;
        if (before != 1) {
            throw call.usageError("exactly one NAME is required, got " + before);
        }
        return call.arguments().get(0);
    }

    static ObjectNode kind(ObjectNode object, String apiVersion, String kind) {
        return object.put("apiVersion", apiVersion).put("kind", kind);
    }
}
