package lab.sandbox.controller;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether a pod tolerates a taint. */
// models api core/v1 Toleration.ToleratesTaint
final class Tolerations {
    private Tolerations() {}

    static boolean tolerate(JsonNode podSpec, String key, String value, String effect) {
        for (JsonNode toleration : podSpec.path("tolerations")) {
            String wantedEffect = toleration.path("effect").asText();
            String wantedKey = toleration.path("key").asText();
            boolean exists = toleration.path("operator").asText().equals("Exists");
            if ((wantedEffect.isEmpty() || wantedEffect.equals(effect))
                    && (wantedKey.isEmpty() ? exists : wantedKey.equals(key))
                    && (exists || toleration.path("value").asText().equals(value))) {
                return true;
            }
        }
        return false;
    }
}
