package lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Cooperative threads of which exactly one runs at any time: it passes the baton when it must wait. Who comes next
 * depends only on what they wait for, never on the host's scheduler, so a pipeline always does the same.
 */
final class Baton {
    private static final Executor THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(null, work, "shell stage", 8L << 20);
        thread.setDaemon(true);
        return thread;
    });

    /** One of the threads. */
    final class Task {
        private final Condition turn = lock.newCondition();
        private BooleanSupplier ready = () -> true;
        private boolean done;

        boolean done() {
            return done;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Task> tasks = new ArrayList<>();
    private Task current = new Task();

    Baton() {
        tasks.add(current);
    }

    /** Starts a thread; it runs when the baton reaches it. */
    Task start(Runnable work) {
        Task task = new Task();
        lock.lock();
        try {
            tasks.add(tasks.indexOf(current), task);
        } finally {
            lock.unlock();
        }
        THREADS.execute(() -> {
            waitForTurn(task);
            try {
                work.run();
            } finally {
                finish(task);
            }
        });
        return task;
    }

    /** Lets the others run until this is true. */
    void await(BooleanSupplier ready) {
        if (ready.getAsBoolean()) {
            return;
        }
        pass(ready);
    }

    /** Lets the others run until they wait, or pass on themselves. */
    void giveWay() {
        if (tasks.size() > 1) {
            pass(() -> true);
        }
    }

    private void pass(BooleanSupplier ready) {
        lock.lock();
        try {
            Task me = current;
            me.ready = ready;
            choose(tasks.indexOf(me));
            while (current != me) {
                me.turn.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void waitForTurn(Task task) {
        lock.lock();
        try {
            while (current != task) {
                task.turn.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void finish(Task task) {
        lock.lock();
        try {
            task.done = true;
            int index = tasks.indexOf(task);
            tasks.remove(index);
            choose(index - 1);
        } finally {
            lock.unlock();
        }
    }

    private void choose(int after) {
        for (int i = 1; i <= tasks.size(); i++) {
            Task task = tasks.get(Math.floorMod(after + i, tasks.size()));
            if (task.ready.getAsBoolean()) {
                current = task;
                task.turn.signal();
                return;
            }
        }
        throw new IllegalStateException("every command of the pipeline waits for another");
    }
}
