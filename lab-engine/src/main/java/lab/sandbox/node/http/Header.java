package lab.sandbox.node.http;

/** A header as it goes over the wire. */
public record Header(String name, String value) {}
