/** What a client of Kubernetes needs: the API as requests and answers, object trees, YAML, patches, selectors, quantities. */
@NullMarked
package lab.kube;

import org.jspecify.annotations.NullMarked;
