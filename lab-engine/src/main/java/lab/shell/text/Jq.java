package lab.shell.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lab.shell.FileProblem;
import lab.shell.Invocation;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import org.jspecify.annotations.Nullable;

/** {@code jq}: options, input and messages as jq 1.6 has them, the language by jackson-jq. */
final class Jq {
    private static final String USAGE = """
        jq - commandline JSON processor [version 1.6]

        Usage:\tjq [options] <jq filter> [file...]
        \tjq [options] --args <jq filter> [strings...]
        \tjq [options] --jsonargs <jq filter> [JSON_TEXTS...]\
        """;
    private static final String HELP = """
        Use jq --help for help with command-line options,
        or see the jq manpage, or online docs  at https://stedolan.github.io/jq\
        """;
    /** Functions of jq 1.6 that the library does not bring, in jq's own words (models jq src/builtin.jq@1.6). */
    private static final String DEFINITIONS = "def env: $ENV; def IN(s): any(s == .; .);"
            + " def IN(src; s): any(src == s; .);"
            + " def tostream: path(def r: (.[]?|r), .; r) as $p | getpath($p)"
            + " | reduce path(.[]?) as $q ([$p, .]; [$p+$q]);";

    private static final Pattern UNDEFINED = Pattern.compile("\\S+ is not defined");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Scope BUILTINS = builtins();

    private final JqPrinter printer = new JqPrinter();
    private final ObjectNode named = JsonNodeFactory.instance.objectNode();
    private final ArrayNode positional = JsonNodeFactory.instance.arrayNode();
    private boolean raw;
    private boolean join;
    private boolean exitStatus;
    private boolean nullInput;
    private boolean slurp;
    private boolean rawInput;
    private String program = "";
    private int status;
    private @Nullable JsonNode last;

    private static Scope builtins() {
        Scope scope = Scope.newEmptyScope();
        BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_6, scope);
        return scope;
    }

    int run(Invocation call) {
        List<String> operands = new ArrayList<>();
        String given = options(call, operands);
        if (given == null && operands.isEmpty()) {
            throw new ToolProblem(USAGE, 2);
        }
        program = given == null ? operands.remove(0) : given;
        JsonQuery query;
        try {
            JsonQuery.compile(program, Versions.JQ_1_6);
            query = JsonQuery.compile(
                    program.isBlank() ? program : DEFINITIONS + "(" + program + "\n)", Versions.JQ_1_6);
        } catch (JsonQueryException e) {
            throw new ToolProblem(
                    "jq: error: syntax error, unexpected INVALID_CHARACTER (Unix shell quoting issues?) at"
                            + " <top-level>, line 1:\n"
                            + program + "\njq: 1 compile error",
                    3);
        }
        Scope scope = Scope.newChildScope(BUILTINS);
        named.properties().forEach(field -> scope.setValue(field.getKey(), field.getValue()));
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        arguments.set("positional", positional);
        arguments.set("named", named);
        scope.setValue("ARGS", arguments);
        ObjectNode environment = JsonNodeFactory.instance.objectNode();
        call.environment().exported().forEach(environment::put);
        scope.setValue("ENV", environment);
        String text = text(call, operands);
        inputs(call, query, scope, text);
        if (exitStatus && status == 0) {
            JsonNode node = last;
            return node == null ? 4 : node.isNull() || (node.isBoolean() && !node.asBoolean()) ? 1 : 0;
        }
        return status;
    }

    private @Nullable String options(Invocation call, List<String> operands) {
        List<String> words = call.arguments();
        String fromFile = null;
        boolean rest = false;
        String restAs = "";
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-") || word.equals("-") || rest) {
                if (restAs.isEmpty() || (fromFile == null && operands.isEmpty())) {
                    operands.add(word);
                } else {
                    positional.add(
                            restAs.equals("--args")
                                    ? TextNode.valueOf(word)
                                    : json(word, "Invalid JSON text passed to --jsonargs"));
                }
                continue;
            }
            switch (word) {
                case "--" -> rest = true;
                case "--arg", "--argjson", "--slurpfile", "--rawfile" -> {
                    if (i + 2 >= words.size()) {
                        throw new ToolProblem(
                                "jq: " + word + " takes two parameters (e.g. " + word
                                        + (word.endsWith("file")
                                                ? " varname filename)"
                                                : word.equals("--arg") ? " varname value)" : " varname text)")
                                        + "\n"
                                        + "Use jq --help for help with command-line options,\n"
                                        + "or see the jq manpage, or online docs  at https://stedolan.github.io/jq",
                                2);
                    }
                    named.set(words.get(i + 1), argument(call, word, words.get(i + 1), words.get(i + 2)));
                    i += 2;
                }
                case "--args", "--jsonargs" -> restAs = word;
                case "--tab" -> printer.indent = "\t";
                case "--indent" -> {
                    String width = i + 1 < words.size() ? words.get(++i) : "";
                    if (!width.matches("[0-7]")) {
                        throw new ToolProblem(
                                width.matches("\\d+")
                                        ? "jq: Cannot indent more than 7 characters"
                                        : "jq: --indent takes one parameter",
                                2);
                    }
                    printer.indent = width.equals("0") ? null : " ".repeat(Integer.parseInt(width));
                }
                case "-f", "--from-file" -> {
                    String path = i + 1 < words.size() ? words.get(++i) : "";
                    fromFile = file(call, path, "jq: error: Could not open ");
                }
                case "-h", "--help" -> throw new ToolProblem("Usage:\tjq [options] <jq filter> [file...]", 0);
                default -> flags(word);
            }
        }
        return fromFile;
    }

    private void flags(String word) {
        String letters = word.startsWith("--") ? longFlag(word) : word.substring(1);
        for (int i = 0; i < letters.length(); i++) {
            switch (letters.charAt(i)) {
                case 'r' -> raw = true;
                case 'j' -> {
                    raw = true;
                    join = true;
                }
                case 'c' -> printer.indent = null;
                case 'e' -> exitStatus = true;
                case 'n' -> nullInput = true;
                case 's' -> slurp = true;
                case 'R' -> rawInput = true;
                case 'S' -> printer.sorted = true;
                case 'a' -> printer.ascii = true;
                case 'M', 'C' -> {}
                default -> throw new ToolProblem("jq: Unknown option " + word + "\n" + HELP, 2);
            }
        }
    }

    private static String longFlag(String word) {
        return switch (word) {
            case "--raw-output" -> "r";
            case "--join-output" -> "j";
            case "--compact-output" -> "c";
            case "--exit-status" -> "e";
            case "--null-input" -> "n";
            case "--slurp" -> "s";
            case "--raw-input" -> "R";
            case "--sort-keys" -> "S";
            case "--ascii-output" -> "a";
            case "--monochrome-output", "--color-output", "--unbuffered" -> "M";
            default -> "?";
        };
    }

    private static JsonNode json(String text, String complaint) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node != null && !node.isMissingNode()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw new ToolProblem("jq: " + complaint, 2);
        }
        throw new ToolProblem("jq: " + complaint, 2);
    }

    private static JsonNode argument(Invocation call, String kind, String name, String value) {
        return switch (kind) {
            case "--arg" -> TextNode.valueOf(value);
            case "--argjson" -> json(value, "Invalid JSON text passed to --argjson");
            case "--rawfile" -> TextNode.valueOf(file(call, value, "jq: Bad JSON in --rawfile " + name + " "));
            default -> {
                ArrayNode all = JsonNodeFactory.instance.arrayNode();
                JsonTexts texts = new JsonTexts(file(call, value, "jq: Bad JSON in --slurpfile " + name + " "));
                try {
                    for (JsonNode node = texts.next(); node != null; node = texts.next()) {
                        all.add(node);
                    }
                } catch (JsonTexts.Malformed e) {
                    throw new ToolProblem(
                            "jq: Bad JSON in --slurpfile " + name + " " + value + ": " + e.getMessage(), 2);
                }
                yield all;
            }
        };
    }

    private static String file(Invocation call, String path, String complaint) {
        try (java.io.InputStream in = call.environment().files().read(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (FileProblem problem) {
            throw new ToolProblem(complaint + path + ": Could not open " + path + ": " + problem.reason(), 2);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String text(Invocation call, List<String> operands) {
        if (nullInput && operands.isEmpty()) {
            return "";
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String operand : operands.isEmpty() ? List.of("-") : operands) {
            if (operand.equals("-")) {
                all.writeBytes(Inputs.all(call.in()));
                continue;
            }
            try (java.io.InputStream in = call.environment().files().read(operand)) {
                all.writeBytes(Inputs.all(in));
            } catch (FileProblem problem) {
                call.err().println("jq: error: Could not open file " + operand + ": " + problem.reason());
                status = 2;
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private void inputs(Invocation call, JsonQuery query, Scope scope, String text) {
        if (nullInput) {
            apply(call, query, scope, NullNode.instance, 0);
            return;
        }
        if (rawInput) {
            if (slurp) {
                apply(call, query, scope, TextNode.valueOf(text), 0);
                return;
            }
            String[] lines = text.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i < lines.length - 1 || !lines[i].isEmpty()) {
                    apply(call, query, scope, TextNode.valueOf(lines[i]), i + 1);
                }
            }
            return;
        }
        JsonTexts texts = new JsonTexts(text);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        try {
            for (JsonNode node = texts.next(); node != null; node = texts.next()) {
                call.environment().checkInterrupted();
                if (slurp) {
                    all.add(node);
                } else {
                    apply(call, query, scope, node, texts.line());
                }
            }
            if (slurp) {
                apply(call, query, scope, all, texts.line());
            }
        } catch (JsonTexts.Malformed e) {
            call.err().println("parse error: " + e.getMessage());
            status = 4;
        }
    }

    private void apply(Invocation call, JsonQuery query, Scope scope, JsonNode input, int line) {
        try {
            query.apply(scope, input, result -> {
                call.environment().checkInterrupted();
                last = result;
                String shown = raw && result.isTextual() ? result.textValue() : printer.print(result);
                call.out().print(join ? shown : shown + "\n");
            });
            if (status == 5) {
                status = 0;
            }
        } catch (JsonQueryException e) {
            if (UNDEFINED.matcher(String.valueOf(e.getMessage())).matches()) {
                // the real one finds it before it runs anything
                throw new ToolProblem(
                        "jq: error: " + e.getMessage() + " at <top-level>, line 1:\n" + program
                                + "\njq: 1 compile error",
                        3);
            }
            call.err()
                    .println("jq: error (at " + (nullInput ? "<unknown>" : "<stdin>:" + line) + "): "
                            + JqMessages.of(e));
            status = 5;
        }
    }
}
