/** The sandbox: Kubernetes and Istio modelled inside the JVM; this package wires its parts. */
@NullMarked
package lab.sandbox;

import org.jspecify.annotations.NullMarked;
