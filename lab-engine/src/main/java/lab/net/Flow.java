package lab.net;

/**
 * The first packet of a connection, as a firewall sees it.
 *
 * @param protocol {@code tcp} or {@code udp}
 * @param uid the user of the process that sent it; -1 for a packet from outside
 * @param gid its group; -1 for a packet from outside
 * @param in the interface that it came in by, or empty
 * @param out the interface that it leaves by, or empty
 */
public record Flow(
        String protocol,
        IpAddress source,
        int sourcePort,
        IpAddress destination,
        int destinationPort,
        int uid,
        int gid,
        String in,
        String out) {}
