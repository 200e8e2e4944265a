package lab.shell;

/** What {@code /dev/null} is: takes everything, keeps nothing. */
final class Discarded extends Output {
    static final Discarded OUTPUT = new Discarded();

    private Discarded() {}

    @Override
    public void write(byte[] bytes, int offset, int length) {}
}
