package lab.shell;

import java.io.InputStream;
import java.util.List;

/** Opens what redirections name. */
record Redirects(Interpreter interpreter) {
    /** @param opened takes what must be closed when the command has ended */
    Streams apply(List<Redirect> redirects, List<AutoCloseable> opened) {
        Streams streams = interpreter.streams;
        for (Redirect redirect : redirects) {
            streams = apply(redirect, streams, opened);
        }
        return streams;
    }

    private Streams apply(Redirect redirect, Streams streams, List<AutoCloseable> opened) {
        Word word = redirect.target() == null ? Word.EMPTY : redirect.target();
        Expander expander = new Expander(interpreter);
        int number = redirect.descriptor();
        switch (redirect.operator()) {
            case "<<" -> {
                return streams.with(number, input(Interpreter.text(expander.text(word))));
            }
            case "<<<" -> {
                return streams.with(number, input(Interpreter.text(expander.text(word) + "\n")));
            }
            default -> {}
        }
        String target = target(word, expander);
        FileTree files = interpreter.files();
        try {
            switch (redirect.operator()) {
                case "<", "<>" -> {
                    InputStream in = files.read(target);
                    opened.add(in);
                    return streams.with(number, input(in));
                }
                case ">&", "<&" -> {
                    if (target.equals("-")) {
                        return streams.with(number, null);
                    }
                    if (target.matches("\\d{1,4}")) {
                        return streams.with(number, duplicate(streams, target));
                    }
                    return both(files, target, false, streams, opened);
                }
                case "&>", "&>>" -> {
                    return both(files, target, redirect.operator().equals("&>>"), streams, opened);
                }
                default -> {
                    Output out = files.write(target, redirect.operator().equals(">>"));
                    opened.add(out);
                    return streams.with(number, new Streams.Descriptor(null, out));
                }
            }
        } catch (FileProblem problem) {
            throw new ShellProblem(target + ": " + problem.reason(), 1, false);
        }
    }

    private static String target(Word word, Expander expander) {
        List<String> fields = expander.fields(List.of(word));
        if (fields.size() != 1) {
            throw new ShellProblem(
                    (word.fixed() == null ? named(word) : word.fixed()) + ": ambiguous redirect", 1, false);
        }
        return fields.get(0);
    }

    /** As the script has it, of a single parameter. */
    private static String named(Word word) {
        return word.parts().size() == 1 && word.parts().get(0) instanceof Word.Parameter parameter
                ? "$" + parameter.name()
                : "redirection";
    }

    private static Streams.Descriptor duplicate(Streams streams, String number) {
        Streams.Descriptor descriptor = streams.table().get(Integer.parseInt(number));
        if (descriptor == null) {
            throw new ShellProblem(number + ": Bad file descriptor", 1, false);
        }
        return descriptor;
    }

    private static Streams both(
            FileTree files, String target, boolean append, Streams streams, List<AutoCloseable> opened)
            throws FileProblem {
        Output out = files.write(target, append);
        opened.add(out);
        Streams.Descriptor descriptor = new Streams.Descriptor(null, out);
        return streams.with(1, descriptor).with(2, descriptor);
    }

    private static Streams.Descriptor input(InputStream in) {
        return new Streams.Descriptor(in, null);
    }
}
