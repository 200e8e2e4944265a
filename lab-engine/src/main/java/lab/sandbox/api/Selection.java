package lab.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import lab.kube.ApiFailure;
import lab.kube.FieldSelector;
import lab.kube.LabelSelector;
import lab.kube.Request;
import lab.kube.SelectorProblem;
import lab.kube.Status;

/** Which objects a list or watch means: namespace, one name, labels and fields. */
record Selection(Resource resource, String namespace, String name, LabelSelector labels, FieldSelector fields) {
    static Selection of(Target target, Request request) {
        try {
            String labels = request.parameter("labelSelector");
            String fields = request.parameter("fieldSelector");
            Selection selection = new Selection(
                    target.resource(),
                    target.namespace(),
                    target.name(),
                    labels == null ? LabelSelector.EVERYTHING : LabelSelector.parse(labels),
                    fields == null ? FieldSelector.EVERYTHING : FieldSelector.parse(fields));
            for (FieldSelector.Term term : selection.fields().terms()) {
                SelectableFields.check(target.resource(), term.field());
            }
            return selection;
        } catch (SelectorProblem e) {
            throw new ApiFailure(Status.response(Status.badRequest(e.text())));
        }
    }

    boolean matches(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return (namespace.isEmpty() || metadata.path("namespace").asText().equals(namespace))
                && (name.isEmpty() || metadata.path("name").asText().equals(name))
                && (labels.isEmpty() || labels.matches(metadata.path("labels")))
                && (fields.terms().isEmpty()
                        || fields.matches(field -> SelectableFields.value(resource, object, field)));
    }
}
