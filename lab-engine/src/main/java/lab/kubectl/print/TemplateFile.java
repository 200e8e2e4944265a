package lab.kubectl.print;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import lab.kubectl.Call;
import lab.kubectl.KubectlFailure;
import lab.shell.FileProblem;

/** Reads the file that a format such as {@code jsonpath-file=x} names. */
final class TemplateFile {
    private TemplateFile() {}

    static String read(Call call, String path, String format) {
        try (InputStream in = call.environment().files().read(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (FileProblem | IOException problem) {
            throw new KubectlFailure("error reading --template " + path + ", open " + path
                    + ": no such file or directory (" + format + ")");
        }
    }
}
