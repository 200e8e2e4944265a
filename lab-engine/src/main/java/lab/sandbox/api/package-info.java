/** The sandbox's API server: store, watches, discovery, Tables, defaulting, validation, admission. */
@NullMarked
package lab.sandbox.api;

import org.jspecify.annotations.NullMarked;
