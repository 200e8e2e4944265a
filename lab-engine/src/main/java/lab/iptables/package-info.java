/** iptables rules as a tree, with one reader and one printer of iptables-save. */
@NullMarked
package lab.iptables;

import org.jspecify.annotations.NullMarked;
