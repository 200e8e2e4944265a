/**
 * The sandbox's API server: store, watches, discovery, Tables, defaulting, validation, admission.
 *
 * <p>Not modelled: field owners ({@code managedFields}) and their conflicts, CEL rules, OpenAPI schemas, conversion
 * between versions beyond {@code apiVersion}, quotas and limit ranges, users other than the administrator,
 * {@code attach}, {@code portforward} and {@code proxy}.
 */
@NullMarked
package lab.sandbox.api;

import org.jspecify.annotations.NullMarked;
