/**
 * A small interpreter of Go's text/template over JSON trees, for {@code kubectl -o go-template} and the sidecar
 * injector. Not modelled: methods, {@code break}, {@code continue}, custom delimiters.
 */
@NullMarked
package lab.kube.template;

import org.jspecify.annotations.NullMarked;
