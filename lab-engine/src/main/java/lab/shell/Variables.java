package lab.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The shell's variables, with the local ones of the functions that run. */
final class Variables {
    private final TreeMap<String, String> values = new TreeMap<>();
    private final Set<String> exported = new TreeSet<>();
    private final Set<String> readonly = new TreeSet<>();
    private final Deque<Map<String, @Nullable String>> locals = new ArrayDeque<>();

    Variables copy() {
        Variables copy = new Variables();
        copy.values.putAll(values);
        copy.exported.addAll(exported);
        copy.readonly.addAll(readonly);
        locals.descendingIterator().forEachRemaining(scope -> copy.locals.push(new HashMap<>(scope)));
        return copy;
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    void set(String name, String value) {
        if (!readonly.contains(name)) {
            values.put(name, value);
        }
    }

    void unset(String name) {
        if (!readonly.contains(name)) {
            values.remove(name);
            exported.remove(name);
        }
    }

    void restore(String name, @Nullable String value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    void export(String name) {
        exported.add(name);
    }

    void unexport(String name) {
        exported.remove(name);
    }

    boolean isExported(String name) {
        return exported.contains(name);
    }

    void protect(String name) {
        readonly.add(name);
    }

    boolean isReadonly(String name) {
        return readonly.contains(name);
    }

    Map<String, String> all() {
        return values;
    }

    Map<String, String> exported() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : exported) {
            String value = values.get(name);
            if (value != null) {
                all.put(name, value);
            }
        }
        return all;
    }

    void enterFunction() {
        locals.push(new HashMap<>());
    }

    void leaveFunction() {
        locals.pop().forEach(this::restore);
    }

    boolean inFunction() {
        return !locals.isEmpty();
    }

    /** Makes a variable the function's own; its former value comes back at the end. */
    void declareLocal(String name) {
        Map<String, @Nullable String> scope = locals.peek();
        if (scope != null && !scope.containsKey(name)) {
            scope.put(name, values.get(name));
            values.remove(name);
        }
    }
}
