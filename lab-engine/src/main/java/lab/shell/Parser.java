package lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lab.shell.Command.Assignment;
import org.jspecify.annotations.Nullable;

/** Reads commands; one complete command at a time, so that what precedes a syntax error still runs, as in bash. */
final class Parser {
    private static final Set<String> CLOSERS = Set.of("then", "else", "elif", "fi", "do", "done", "esac", "}");
    private static final Set<String> REDIRECTIONS =
            Set.of("<", ">", ">>", ">|", "<>", "<&", ">&", "&>", "&>>", "<<", "<<-", "<<<");
    private static final int DEEPEST = 300;

    private final Scanner scanner;
    private @Nullable Token ahead;
    private int depth;

    Parser(Scanner scanner) {
        this.scanner = scanner;
    }

    Parser(String script) {
        this(new Scanner(script));
    }

    /** The next complete command, or null at the end of the script. */
    @Nullable
    Command next() throws SyntaxError {
        skipNewlines();
        if (peek().kind() == Token.Kind.END) {
            return null;
        }
        Command command = list(false);
        if (peek().kind() != Token.Kind.END && peek().kind() != Token.Kind.NEWLINE) {
            throw unexpected();
        }
        return command;
    }

    /** The whole script. */
    Command all() throws SyntaxError {
        List<Command> commands = new ArrayList<>();
        for (Command command = next(); command != null; command = next()) {
            commands.add(command);
        }
        return commands.size() == 1 ? commands.get(0) : new Command.Sequence(commands);
    }

    /** The body of {@code $(…)} up to and with the closing parenthesis. */
    Command substitution(int start) throws SyntaxError {
        Command body = list(true);
        if (peek().kind() == Token.Kind.END) {
            throw scanner.error("unexpected EOF while looking for matching `)'", start, true);
        }
        if (!peek().is(")")) {
            throw unexpected();
        }
        return body;
    }

    private Token peek() throws SyntaxError {
        Token token = ahead;
        if (token == null) {
            token = scanner.next();
            ahead = token;
        }
        return token;
    }

    private Token take() throws SyntaxError {
        Token token = peek();
        ahead = null;
        return token;
    }

    private void skipNewlines() throws SyntaxError {
        while (peek().kind() == Token.Kind.NEWLINE) {
            take();
        }
    }

    private SyntaxError unexpected() throws SyntaxError {
        Token token = peek();
        return token.kind() == Token.Kind.END
                ? scanner.error("syntax error: unexpected end of file", token.offset(), true)
                : scanner.error("syntax error near unexpected token `" + token.text() + "'", token.offset(), false);
    }

    private void expect(String reserved) throws SyntaxError {
        if (!peek().reserved(reserved)) {
            throw unexpected();
        }
        take();
    }

    private boolean closes(Token token) {
        if (token.kind() == Token.Kind.END || token.is(")") || token.is(";;") || token.is(";&") || token.is(";;&")) {
            return true;
        }
        String bare = token.word() == null ? null : token.word().bare();
        return token.kind() == Token.Kind.WORD && bare != null && CLOSERS.contains(bare);
    }

    /** Commands separated by {@code ; &} and, where {@code multiline}, newlines. */
    private Command list(boolean multiline) throws SyntaxError {
        List<Command> commands = new ArrayList<>();
        if (multiline) {
            skipNewlines();
        }
        while (!closes(peek())) {
            int line = peek().line();
            Command command = andOr();
            if (peek().is("&")) {
                take();
                command = new Command.Background(line, command);
            } else if (peek().is(";")) {
                take();
            } else if (peek().kind() == Token.Kind.NEWLINE) {
                if (!multiline) {
                    commands.add(command);
                    break;
                }
            } else {
                commands.add(command);
                break;
            }
            commands.add(command);
            if (multiline) {
                skipNewlines();
            } else if (peek().kind() == Token.Kind.NEWLINE) {
                break;
            }
        }
        if (commands.isEmpty() && !multiline) {
            throw unexpected();
        }
        return commands.size() == 1 ? commands.get(0) : new Command.Sequence(commands);
    }

    private Command body() throws SyntaxError {
        Command body = list(true);
        if (body instanceof Command.Sequence sequence && sequence.commands().isEmpty()) {
            throw unexpected();
        }
        return body;
    }

    private Command andOr() throws SyntaxError {
        Command left = pipeline();
        while (peek().is("&&") || peek().is("||")) {
            boolean and = take().is("&&");
            skipNewlines();
            Command right = pipeline();
            left = and ? new Command.And(left, right) : new Command.Or(left, right);
        }
        return left;
    }

    private Command pipeline() throws SyntaxError {
        if (++depth > DEEPEST) {
            throw scanner.error("syntax error: commands nested too deeply", peek().offset(), false);
        }
        boolean negated = false;
        while (peek().reserved("!")) {
            take();
            negated = !negated;
        }
        List<Command> stages = new ArrayList<>();
        stages.add(command());
        while (peek().is("|") || peek().is("|&")) {
            Token pipe = take();
            if (pipe.is("|&")) {
                Redirect both = new Redirect(2, ">&", new Word(List.of(new Word.Literal("1", true)), pipe.offset()));
                int last = stages.size() - 1;
                stages.set(last, new Command.Redirected(pipe.line(), stages.get(last), List.of(both)));
            }
            skipNewlines();
            stages.add(command());
        }
        depth--;
        return stages.size() == 1 && !negated ? stages.get(0) : new Command.Pipeline(negated, stages);
    }

    private Command command() throws SyntaxError {
        Token token = peek();
        Command body;
        if (token.is("(")) {
            if (scanner.peek(0) == '('
                    && scanner.at == token.end()
                    && Arithmetic.closes(scanner.text, scanner.at + 1)) {
                scanner.at++;
                ahead = null;
                body = new Command.ArithmeticCommand(token.line(), new WordReader(scanner).arithmetic());
            } else {
                take();
                body = new Command.Subshell(body());
                if (!peek().is(")")) {
                    throw unexpected();
                }
                take();
            }
        } else if (token.kind() != Token.Kind.WORD
                || token.word() == null
                || token.word().bare() == null) {
            return simple();
        } else {
            Command compound = compound(token);
            if (compound == null) {
                return simple();
            }
            body = compound;
        }
        List<Redirect> redirects = new ArrayList<>();
        int line = peek().line();
        while (redirect(redirects)) {
            line = peek().line();
        }
        return redirects.isEmpty() ? body : new Command.Redirected(line, body, redirects);
    }

    private @Nullable Command compound(Token token) throws SyntaxError {
        switch (token.text()) {
            case "{" -> {
                take();
                Command body = body();
                expect("}");
                return body;
            }
            case "if" -> {
                return conditional();
            }
            case "while", "until" -> {
                take();
                Command condition = body();
                return new Command.Loop(token.text().equals("until"), condition, loopBody());
            }
            case "for" -> {
                return forLoop();
            }
            case "case" -> {
                return caseOf();
            }
            case "function" -> {
                take();
                Token name = take();
                if (peek().is("(")) {
                    take();
                    if (!peek().is(")")) {
                        throw unexpected();
                    }
                    take();
                }
                skipNewlines();
                return new Command.Function(name.text(), command());
            }
            case "[[" -> {
                return test();
            }
            default -> {
                if (CLOSERS.contains(token.text())) {
                    throw unexpected();
                }
                return null;
            }
        }
    }

    private Command loopBody() throws SyntaxError {
        expect("do");
        Command body = body();
        expect("done");
        return body;
    }

    private Command conditional() throws SyntaxError {
        List<Command.Branch> branches = new ArrayList<>();
        while (peek().reserved("if") || peek().reserved("elif")) {
            take();
            Command condition = body();
            expect("then");
            branches.add(new Command.Branch(condition, body()));
        }
        Command otherwise = null;
        if (peek().reserved("else")) {
            take();
            otherwise = body();
        }
        expect("fi");
        return new Command.If(branches, otherwise);
    }

    private Command forLoop() throws SyntaxError {
        int line = take().line();
        if (peek().is("(") && scanner.peek(0) == '(') {
            scanner.at++;
            ahead = null;
            Word all = new WordReader(scanner).arithmetic();
            String[] clauses =
                    String.valueOf(all.fixed() == null ? raw(all) : all.fixed()).split(";", -1);
            separator();
            Command body = loopBody();
            if (clauses.length != 3) {
                throw scanner.error("syntax error: arithmetic expression required", all.offset(), false);
            }
            return new Command.CountingFor(line, clause(clauses[0]), clause(clauses[1]), clause(clauses[2]), body);
        }
        Token name = take();
        if (name.kind() != Token.Kind.WORD) {
            ahead = name;
            throw unexpected();
        }
        skipNewlines();
        List<Word> words = null;
        if (peek().reserved("in")) {
            take();
            words = new ArrayList<>();
            while (peek().word() != null && peek().kind() == Token.Kind.WORD) {
                words.addAll(Braces.expand(wordOf(take())));
            }
            if (!peek().is(";") && peek().kind() != Token.Kind.NEWLINE) {
                throw unexpected();
            }
        }
        separator();
        return new Command.For(line, name.text(), words, loopBody());
    }

    private String raw(Word word) {
        return scanner.text.substring(word.offset(), scanner.at - 2);
    }

    private static Word clause(String text) throws SyntaxError {
        return new WordReader(new Scanner(text)).hereDocument();
    }

    private void separator() throws SyntaxError {
        if (peek().is(";")) {
            take();
        }
        skipNewlines();
    }

    private Command caseOf() throws SyntaxError {
        take();
        Word subject = word();
        skipNewlines();
        expect("in");
        skipNewlines();
        List<Command.Item> items = new ArrayList<>();
        while (!peek().reserved("esac")) {
            if (peek().is("(")) {
                take();
            }
            List<Word> patterns = new ArrayList<>();
            patterns.add(word());
            while (peek().is("|")) {
                take();
                patterns.add(word());
            }
            if (!peek().is(")")) {
                throw unexpected();
            }
            take();
            Command body = list(true);
            String end = ";;";
            if (peek().is(";;") || peek().is(";&") || peek().is(";;&")) {
                end = take().text();
                skipNewlines();
            } else if (!peek().reserved("esac")) {
                throw unexpected();
            }
            items.add(new Command.Item(patterns, body, end));
        }
        take();
        return new Command.Case(subject, items);
    }

    private Command test() throws SyntaxError {
        int line = take().line();
        List<Word> words = new ArrayList<>();
        while (!peek().reserved("]]")) {
            Token token = take();
            if (token.kind() == Token.Kind.NEWLINE) {
                continue;
            }
            if (token.kind() == Token.Kind.END) {
                throw scanner.error("unexpected EOF while looking for `]]'", token.offset(), true);
            }
            words.add(
                    token.word() != null
                            ? token.word()
                            : new Word(List.of(new Word.Literal(token.text(), false)), token.offset()));
            if (token.reserved("=~")) {
                words.add(regex());
            }
        }
        take();
        return new Command.Conditional(line, words);
    }

    /** After {@code =~} parentheses and bars belong to the word. */
    private Word regex() throws SyntaxError {
        while (scanner.peek(0) == ' ') {
            scanner.at++;
        }
        int start = scanner.at;
        List<Word.Part> parts = new ArrayList<>();
        while (!scanner.ended() && " \t\n".indexOf(scanner.peek(0)) < 0) {
            char c = scanner.peek(0);
            if ("()|<>;&".indexOf(c) >= 0) {
                parts.add(new Word.Literal(String.valueOf(c), false));
                scanner.at++;
            } else if (c == '\\') {
                parts.add(new Word.Literal("\\" + scanner.peek(1), false));
                scanner.at += 2;
            } else {
                parts.addAll(new WordReader(scanner).word().parts());
            }
        }
        return new Word(parts, start);
    }

    private Word word() throws SyntaxError {
        if (peek().kind() != Token.Kind.WORD && peek().kind() != Token.Kind.NUMBER) {
            throw unexpected();
        }
        return wordOf(take());
    }

    private static Word wordOf(Token token) {
        return token.word() == null ? Word.EMPTY : token.word();
    }

    private Command simple() throws SyntaxError {
        int line = peek().line();
        List<Assignment> assignments = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        List<Redirect> redirects = new ArrayList<>();
        while (true) {
            if (redirect(redirects)) {
                continue;
            }
            Token token = peek();
            if (token.kind() != Token.Kind.WORD) {
                break;
            }
            take();
            Word word = wordOf(token);
            Assignment assignment = words.isEmpty() ? Assignments.of(word) : null;
            if (assignment != null) {
                if (peek().is("(")
                        && peek().offset() == token.end()
                        && token.text().endsWith("=")) {
                    throw scanner.error("arrays are not available in the lab's shell yet", peek().offset(), false);
                }
                assignments.add(assignment);
            } else {
                words.addAll(Braces.expand(word));
            }
            if (words.size() == 1 && assignments.isEmpty() && redirects.isEmpty() && peek().is("(")) {
                return function(token);
            }
        }
        if (words.isEmpty() && assignments.isEmpty() && redirects.isEmpty()) {
            throw unexpected();
        }
        Command simple = new Command.Simple(line, List.copyOf(assignments), List.copyOf(words));
        return redirects.isEmpty() ? simple : new Command.Redirected(line, simple, redirects);
    }

    private Command function(Token name) throws SyntaxError {
        take();
        if (!peek().is(")")) {
            throw unexpected();
        }
        take();
        skipNewlines();
        return new Command.Function(name.text(), command());
    }

    /** Reads one redirection if there is one. */
    private boolean redirect(List<Redirect> into) throws SyntaxError {
        int descriptor = -1;
        if (peek().kind() == Token.Kind.NUMBER) {
            Token number = take();
            descriptor = number.text().length() > 4 ? 9999 : Integer.parseInt(number.text());
        }
        if (peek().kind() != Token.Kind.OPERATOR || !REDIRECTIONS.contains(peek().text())) {
            return false;
        }
        String operator = take().text();
        if (descriptor < 0) {
            descriptor = operator.startsWith("<") ? 0 : 1;
        }
        Word target = word();
        if (operator.equals("<<") || operator.equals("<<-")) {
            int index = into.size();
            int number = descriptor;
            into.add(new Redirect(number, "<<", null));
            scanner.awaitHereDocument(
                    target, operator.equals("<<-"), body -> into.set(index, new Redirect(number, "<<", body)));
        } else {
            into.add(new Redirect(descriptor, operator, target));
        }
        return true;
    }
}
