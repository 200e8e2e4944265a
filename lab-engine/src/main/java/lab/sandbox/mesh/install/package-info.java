/** What istioctl install leaves in a cluster: the minimal profile of Istio 1.30.3. Gateways, revisions and other profiles are not modelled. */
@NullMarked
package lab.sandbox.mesh.install;

import org.jspecify.annotations.NullMarked;
