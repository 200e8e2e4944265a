/**
 * The sandbox's API server: store, watches, discovery, Tables, defaulting, validation, admission.
 *
 * <p>Not modelled: field owners ({@code managedFields}) and their conflicts, so that server-side apply merges and never
 * refuses; CEL rules; conversion between versions beyond {@code apiVersion}; quotas and limit ranges; users other than
 * the administrator; {@code attach}, {@code portforward} and {@code proxy}; the dump of Go structs that follows the
 * refusal of a pod's update. Kinds that are stored without effect are listed in {@link StoredOnly}.
 */
@NullMarked
package lab.sandbox.api;

import org.jspecify.annotations.NullMarked;
