package lab.shell.text;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import lab.shell.Invocation;
import lab.shell.Program;

/** The list of tools. Each one's classes are loaded when it first runs. */
public final class TextTools {
    private TextTools() {}

    /** All tools by name, in a new map. */
    public static Map<String, Program> programs() {
        Map<String, Program> tools = new TreeMap<>();
        tools.put("echo", call -> new Echo().run(call));
        tools.put("printf", call -> new Printf().run(call));
        tools.put("cat", guarded(call -> new Cat().run(call)));
        tools.put("head", guarded(call -> new Head().run(call)));
        tools.put("tail", guarded(call -> new Tail().run(call)));
        tools.put("wc", guarded(call -> new Wc().run(call)));
        tools.put("grep", guarded(call -> new Grep().run(call)));
        tools.put("egrep", guarded(call -> new Grep().run(call)));
        tools.put("fgrep", guarded(call -> new Grep().run(call)));
        tools.put("sed", guarded(call -> new Sed().run(call)));
        tools.put("awk", guarded(call -> new lab.shell.awk.Awk().run(call)));
        tools.put("mawk", guarded(call -> new lab.shell.awk.Awk().run(call)));
        tools.put("jq", guarded(call -> new Jq().run(call)));
        tools.put("sort", guarded(call -> new Sort().run(call)));
        tools.put("uniq", guarded(call -> new Uniq().run(call)));
        tools.put("tr", guarded(call -> new Tr().run(call)));
        tools.put("cut", guarded(call -> new Cut().run(call)));
        tools.put("diff", guarded(call -> new Diff().run(call)));
        tools.put("tee", guarded(LineTools::tee));
        tools.put("rev", guarded(LineTools::rev));
        tools.put("tac", guarded(LineTools::tac));
        tools.put("nl", guarded(LineTools::nl));
        tools.put("paste", guarded(LineTools::paste));
        tools.put("column", guarded(LineTools::column));
        tools.put("seq", guarded(SmallTools::seq));
        tools.put("yes", guarded(SmallTools::yes));
        tools.put("basename", guarded(SmallTools::basename));
        tools.put("dirname", guarded(SmallTools::dirname));
        tools.put("env", guarded(SmallTools::env));
        tools.put("printenv", guarded(SmallTools::printenv));
        tools.put("base64", guarded(SmallTools::base64));
        tools.put("sha256sum", guarded(SmallTools::digest));
        tools.put("md5sum", guarded(SmallTools::digest));
        tools.put("expr", guarded(SmallTools::expr));
        tools.put("sleep", guarded(TimeTools::sleep));
        tools.put("date", guarded(TimeTools::date));
        tools.put("time", guarded(TimeTools::time));
        tools.put("timeout", guarded(TimeTools::timeout));
        tools.put("watch", guarded(TimeTools::watch));
        tools.put("xargs", guarded(call -> new Xargs().run(call)));
        tools.put("ls", guarded(call -> new Ls().run(call)));
        tools.put("cp", guarded(FileTools::cp));
        tools.put("mv", guarded(FileTools::mv));
        tools.put("rm", guarded(FileTools::rm));
        tools.put("rmdir", guarded(FileTools::rmdir));
        tools.put("mkdir", guarded(FileTools::mkdir));
        tools.put("touch", guarded(FileTools::touch));
        return tools;
    }

    private static Program guarded(Program tool) {
        return new Program() {
            @Override
            public int run(Invocation call) {
                try {
                    return tool.run(call);
                } catch (ToolProblem problem) {
                    call.err().println(String.valueOf(problem.getMessage()));
                    return problem.status();
                } catch (UncheckedIOException e) {
                    call.err().println(call.name() + ": read error: " + e.getMessage());
                    return 1;
                }
            }
        };
    }
}
