package lab.sandbox.node;

/** Who a process in a container is. */
record User(int uid, String name, int gid, String group) {
    static final User ROOT = new User(0, "root", 0, "root");

    /** As {@code id} prints it; numbers alone for users that the image does not know. */
    String idLine() {
        String userPart = "uid=" + uid + (name.isEmpty() ? "" : "(" + name + ")");
        String groupPart = gid + (group.isEmpty() ? "" : "(" + group + ")");
        return userPart + " gid=" + groupPart + " groups=" + groupPart;
    }
}
