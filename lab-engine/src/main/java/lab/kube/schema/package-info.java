/** The kinds and fields of Kubernetes as its OpenAPI tells: types, required fields, enums, how lists merge. */
@NullMarked
package lab.kube.schema;

import org.jspecify.annotations.NullMarked;
