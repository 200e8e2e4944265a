/** Istio's control plane: sidecar injector, redirect rules, installation. */
@NullMarked
package lab.sandbox.mesh;

import org.jspecify.annotations.NullMarked;
