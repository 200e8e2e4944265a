package lab.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import lab.shell.FileProblem;
import lab.shell.FileTree;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes the word at the cursor: a lab word after a colon, a command where one may stand, else a file. */
final class WordCompleter implements Completer {
    private static final Set<String> BEFORE_COMMANDS = Set.of("|", "&&", "||", ";", "!", "do", "then", "else", "{");

    private final Supplier<Set<String>> commands;
    private final Supplier<FileTree> files;

    WordCompleter(Supplier<Set<String>> commands, Supplier<FileTree> files) {
        this.commands = commands;
        this.files = files;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String word =
                line.word().substring(0, Math.min(line.wordCursor(), line.word().length()));
        for (String completion : completions(line.words().subList(0, line.wordIndex()), word)) {
            boolean complete = !completion.endsWith("/");
            candidates.add(new Candidate(completion, completion, null, null, null, null, complete));
        }
    }

    /** @param before the words of the line before the one that is completed */
    List<String> completions(List<String> before, String word) {
        List<String> found = new ArrayList<>();
        if (before.isEmpty() && word.startsWith(":")) {
            for (LabWord lab : LabWord.values()) {
                found.add(":" + lab.word());
            }
        } else if (before.isEmpty() || BEFORE_COMMANDS.contains(before.get(before.size() - 1))) {
            found.addAll(commands.get());
        } else {
            found.addAll(files(word.substring(0, word.lastIndexOf('/') + 1)));
        }
        return found.stream()
                .filter(completion -> completion.startsWith(word))
                .sorted()
                .toList();
    }

    /** What lies in a directory, which is named with a slash at its end or not at all. */
    private List<String> files(String directory) {
        try {
            FileTree tree = files.get();
            return tree.list(directory.isEmpty() ? "." : directory).stream()
                    .map(name -> directory + name)
                    .map(path -> tree.status(path)
                                    .filter(status -> status.kind() == FileTree.Kind.DIRECTORY)
                                    .isPresent()
                            ? path + "/"
                            : path)
                    .toList();
        } catch (FileProblem e) {
            return List.of();
        }
    }
}
