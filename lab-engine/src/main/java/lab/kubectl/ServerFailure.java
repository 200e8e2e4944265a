package lab.kubectl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The API server answered with a {@code Status} of failure; printed as kubectl prints it. */
// models kubectl pkg/cmd/util/helpers.go checkErr, StandardErrorMessage@1.34
public final class ServerFailure extends KubectlFailure {
    private static final long serialVersionUID = 1;

    private final transient JsonNode status;

    public ServerFailure(JsonNode status) {
        this(status, "");
    }

    private ServerFailure(JsonNode status, String context) {
        super(line(status, context), true);
        this.status = status;
    }

    /** @param context what was being done, such as {@code error when creating "x.yaml"} */
    public ServerFailure during(String context) {
        return new ServerFailure(status, context);
    }

    public JsonNode status() {
        return status;
    }

    /** The server's own sentence. */
    public String sentence() {
        return status.path("message").asText();
    }

    public String reason() {
        return status.path("reason").asText();
    }

    public boolean isNotFound() {
        return reason().equals("NotFound");
    }

    public boolean isConflict() {
        return reason().equals("Conflict");
    }

    private static String line(JsonNode status, String context) {
        String reason = status.path("reason").asText();
        if (reason.equals("Invalid")) {
            return invalid(status);
        }
        String message = status.path("message").asText();
        String told = context.isEmpty() ? message : context + ": " + message;
        if (reason.isEmpty()) {
            return "Error from server: " + told;
        }
        if (reason.equals("Unauthorized")) {
            return "error: You must be logged in to the server (" + told + ")";
        }
        return "Error from server (" + reason + "): " + told;
    }

    private static String invalid(JsonNode status) {
        JsonNode details = status.path("details");
        if (details.isMissingNode() || details.isEmpty()) {
            String message = status.path("message").asText();
            return message.isEmpty() ? "The request is invalid" : "The request is invalid: " + message;
        }
        List<String> lines = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (JsonNode cause : details.path("causes")) {
            String field = cause.path("field").asText();
            String message = cause.path("message").asText();
            if (seen.add(field + "\0" + message)) {
                lines.add(field.isEmpty() ? message : field + ": " + message);
            }
        }
        String head = "The " + details.path("kind").asText() + " \""
                + details.path("name").asText() + "\" is invalid";
        if (details.path("kind").asText().isEmpty()) {
            String message = status.path("message").asText();
            head = "The request is invalid" + (lines.isEmpty() && !message.isEmpty() ? ": " + message : "");
        }
        return switch (lines.size()) {
            case 0 -> head;
            case 1 -> head + ": " + lines.get(0);
            default -> head + ": \n* " + String.join("\n* ", lines);
        };
    }
}
