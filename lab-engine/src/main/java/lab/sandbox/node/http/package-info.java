/** HTTP messages and the servers that answer them: go-httpbin, nginx, the proxy's own ports. */
@NullMarked
package lab.sandbox.node.http;

import org.jspecify.annotations.NullMarked;
