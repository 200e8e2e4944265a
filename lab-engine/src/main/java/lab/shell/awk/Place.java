package lab.shell.awk;

import java.util.function.Consumer;

/** Something that can be assigned to; {@code name} is a variable's, empty for fields and elements. */
record Place(Expression getter, Consumer<Cell> setter, String name) implements Expression {
    Place(Expression getter, Consumer<Cell> setter) {
        this(getter, setter, "");
    }

    @Override
    public Cell value() {
        return getter.value();
    }

    void set(Cell value) {
        setter.accept(value);
    }
}
