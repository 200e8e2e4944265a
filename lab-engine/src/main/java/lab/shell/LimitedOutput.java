package lab.shell;

/** Cuts off output that does not end, with a notice; to the writer it looks as if the reader had gone. */
final class LimitedOutput extends Output {
    private final Output output;
    private final Output notices;
    private final long limit;
    private long written;

    LimitedOutput(Output output, Output notices, long limit) {
        this.output = output;
        this.notices = notices;
        this.limit = limit;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (written >= limit && length > 0) {
            throw new BrokenPipe(true);
        }
        int now = (int) Math.min(length, limit - written);
        output.write(bytes, offset, now);
        written += now;
        if (now < length) {
            notices.print("\nlab: output cut off after " + limit + " bytes\n");
            throw new BrokenPipe(true);
        }
    }

    @Override
    public void flush() {
        output.flush();
    }

    @Override
    public boolean isTerminal() {
        return output.isTerminal();
    }
}
