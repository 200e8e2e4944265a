/**
 * Kubernetes' controllers, the scheduler and the node's kubelet; the base cluster as kubeadm leaves it.
 *
 * <p>Not modelled: jobs, stateful sets, autoscaling, disruption budgets, volumes other than those of ConfigMaps, Secrets
 * and tokens, preemption, eviction under pressure, more than one node, leader election's leases.
 */
@NullMarked
package lab.sandbox.controller;

import org.jspecify.annotations.NullMarked;
