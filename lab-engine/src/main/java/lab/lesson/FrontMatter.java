package lab.lesson;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The YAML between two lines {@code ---} at the top of a lesson. */
record FrontMatter(
        String id,
        String title,
        int minutes,
        String can,
        List<String> needs,
        List<String> aliases,
        @Nullable Integer points,
        int pointsLine,
        int needsLine,
        int lines) {
    static final List<String> KEYS = List.of("id", "title", "minutes", "can", "removes", "needs", "aliases", "points");

    static Optional<FrontMatter> read(String text, Problems problems) {
        String[] lines = text.split("\n", -1);
        int end = -1;
        for (int i = 1; i < lines.length && end < 0 && lines[0].stripTrailing().equals("---"); i++) {
            if (lines[i].stripTrailing().equals("---")) {
                end = i;
            }
        }
        if (end < 0) {
            problems.at(
                    1,
                    "a lesson begins with front matter: a line \"---\", YAML with id, title and minutes, a line"
                            + " \"---\"");
            return Optional.empty();
        }
        String yaml = String.join("\n", List.of(lines).subList(1, end));
        Fields fields = new Fields("the front matter", BlockYaml.read(yaml, 2, problems), 2, problems, KEYS);
        String id = fields.needed("id");
        if (!id.isBlank() && !Ids.valid(id)) {
            problems.at(fields.line("id"), Ids.wrong(id));
        }
        Integer minutes = fields.number("minutes");
        if (!fields.has("minutes")) {
            problems.at(1, "the front matter needs \"minutes\"");
        }
        return Optional.of(new FrontMatter(
                id,
                fields.needed("title"),
                minutes == null ? 0 : minutes,
                fields.text("can", ""),
                fields.words("needs"),
                fields.words("aliases"),
                fields.number("points"),
                fields.line("points"),
                fields.line("needs"),
                end + 1));
    }
}
