package lab.shell.text;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.shell.FileProblem;
import lab.shell.FileTree;
import lab.shell.Invocation;
import lab.shell.Output;

/** {@code cp mv rm rmdir mkdir touch}. */
final class FileTools {
    private FileTools() {}

    private static boolean isDirectory(FileTree files, String path) {
        return files.status(path)
                .filter(s -> s.kind() == FileTree.Kind.DIRECTORY)
                .isPresent();
    }

    private static String within(String directory, String path) {
        String bare = path.replaceAll("/+$", "");
        return (directory.endsWith("/") ? directory : directory + "/") + bare.substring(bare.lastIndexOf('/') + 1);
    }

    private static List<String> operands(Invocation call, Options options, int least) {
        List<String> operands = options.operands();
        if (operands.isEmpty()) {
            throw new ToolProblem(
                    call.name() + ": missing " + (least == 2 ? "file operand" : "operand") + "\nTry '" + call.name()
                            + " --help' for more information.",
                    1);
        }
        if (operands.size() < least) {
            throw new ToolProblem(
                    call.name() + ": missing destination file operand after '" + operands.get(0) + "'\nTry '"
                            + call.name() + " --help' for more information.",
                    1);
        }
        return operands;
    }

    private static String target(Invocation call, List<String> operands) {
        String target = operands.get(operands.size() - 1);
        if (operands.size() > 2 && !isDirectory(call.environment().files(), target)) {
            throw new ToolProblem(call.name() + ": target '" + target + "' is not a directory", 1);
        }
        return target;
    }

    static int cp(Invocation call) {
        Options options =
                Options.read(call, "rRafpvn", Map.of("recursive", "r", "force", "f", "archive", "a"), 1, null);
        List<String> operands = operands(call, options, 2);
        FileTree files = call.environment().files();
        String target = target(call, operands);
        boolean recursive = options.has("r") || options.has("R") || options.has("a");
        int status = 0;
        for (String source : operands.subList(0, operands.size() - 1)) {
            String to = isDirectory(files, target) ? within(target, source) : target;
            if (isDirectory(files, source) && !recursive) {
                call.err().println("cp: -r not specified; omitting directory '" + source + "'");
                status = 1;
            } else if (!copy(call, source, to)) {
                status = 1;
            }
        }
        return status;
    }

    private static boolean copy(Invocation call, String from, String to) {
        FileTree files = call.environment().files();
        call.environment().checkInterrupted();
        if (isDirectory(files, from)) {
            try {
                if (!isDirectory(files, to)) {
                    files.makeDirectory(to);
                }
                boolean done = true;
                for (String name : files.list(from)) {
                    done &= copy(call, from + "/" + name, to + "/" + name);
                }
                return done;
            } catch (FileProblem problem) {
                call.err().println("cp: cannot create directory '" + to + "': " + problem.reason());
                return false;
            }
        }
        byte[] content;
        try (InputStream in = files.read(from)) {
            content = Inputs.all(in);
        } catch (FileProblem problem) {
            call.err()
                    .println("cp: cannot " + (problem.reason().startsWith("No such") ? "stat" : "open") + " '" + from
                            + "'" + (problem.reason().startsWith("No such") ? "" : " for reading") + ": "
                            + problem.reason());
            return false;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        try (Output out = files.write(to, false)) {
            out.write(content);
            return true;
        } catch (FileProblem problem) {
            call.err().println("cp: cannot create regular file '" + to + "': " + problem.reason());
            return false;
        }
    }

    static int mv(Invocation call) {
        Options options = Options.read(call, "fnv", Map.of("force", "f"), 1, null);
        List<String> operands = operands(call, options, 2);
        FileTree files = call.environment().files();
        String target = target(call, operands);
        int status = 0;
        for (String source : operands.subList(0, operands.size() - 1)) {
            String to = isDirectory(files, target) ? within(target, source) : target;
            try {
                files.move(source, to);
            } catch (FileProblem problem) {
                boolean missing = files.status(source).isEmpty();
                call.err()
                        .println(
                                missing
                                        ? "mv: cannot stat '" + source + "': " + problem.reason()
                                        : "mv: cannot move '" + source + "' to '" + to + "': " + problem.reason());
                status = 1;
            }
        }
        return status;
    }

    static int rm(Invocation call) {
        Options options = Options.read(call, "rRfvdi", Map.of("recursive", "r", "force", "f"), 1, null);
        boolean force = options.has("f");
        if (options.operands().isEmpty() && force) {
            return 0;
        }
        int status = 0;
        for (String path : operands(call, options, 1)) {
            status |= remove(call, path, options.has("r") || options.has("R"), force);
        }
        return status;
    }

    private static int remove(Invocation call, String path, boolean recursive, boolean force) {
        FileTree files = call.environment().files();
        Optional<FileTree.Status> status = files.status(path);
        try {
            if (status.filter(s -> s.kind() == FileTree.Kind.DIRECTORY).isPresent()) {
                if (!recursive) {
                    call.err().println("rm: cannot remove '" + path + "': Is a directory");
                    return 1;
                }
                int failed = 0;
                for (String name : files.list(path)) {
                    failed |= remove(call, path + "/" + name, true, force);
                }
                if (failed != 0) {
                    return failed;
                }
            }
            files.delete(path);
            return 0;
        } catch (FileProblem problem) {
            if (force && problem.reason().startsWith("No such")) {
                return 0;
            }
            call.err().println("rm: cannot remove '" + path + "': " + problem.reason());
            return 1;
        }
    }

    static int rmdir(Invocation call) {
        Options options = Options.read(call, "pv", Map.of(), 1, null);
        int status = 0;
        for (String path : operands(call, options, 1)) {
            FileTree files = call.environment().files();
            try {
                if (files.status(path)
                        .filter(s -> s.kind() == FileTree.Kind.FILE)
                        .isPresent()) {
                    throw new FileProblem("Not a directory");
                }
                files.delete(path);
            } catch (FileProblem problem) {
                call.err().println("rmdir: failed to remove '" + path + "': " + problem.reason());
                status = 1;
            }
        }
        return status;
    }

    static int mkdir(Invocation call) {
        Options options = Options.read(call, "pvm:", Map.of("parents", "p", "mode=", "m"), 1, null);
        int status = 0;
        for (String path : operands(call, options, 1)) {
            try {
                make(call.environment().files(), path, options.has("p"));
            } catch (FileProblem problem) {
                call.err().println("mkdir: cannot create directory ‘" + path + "’: " + problem.reason());
                status = 1;
            }
        }
        return status;
    }

    private static void make(FileTree files, String path, boolean parents) throws FileProblem {
        String bare = path.replaceAll("(?<=.)/+$", "");
        if (parents) {
            if (isDirectory(files, bare)) {
                return;
            }
            int slash = bare.lastIndexOf('/');
            if (slash > 0) {
                make(files, bare.substring(0, slash), true);
            }
        }
        files.makeDirectory(bare);
    }

    static int touch(Invocation call) {
        Options options = Options.read(call, "acmd:t:r:", Map.of("no-create", "c"), 1, null);
        int status = 0;
        for (String path : operands(call, options, 1)) {
            FileTree files = call.environment().files();
            if (isDirectory(files, path)
                    || (options.has("c") && files.status(path).isEmpty())) {
                continue;
            }
            try {
                files.write(path, true).close();
            } catch (FileProblem problem) {
                call.err().println("touch: cannot touch '" + path + "': " + problem.reason());
                status = 1;
            }
        }
        return status;
    }
}
