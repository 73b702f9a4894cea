package io.github.mien.training.net;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes batches on a thread of its own while the network trains on those before. They come in
 * order, so what is learnt does not depend on timing.
 *
 * @param <T> a batch
 */
public final class Prefetch<T> implements AutoCloseable {
  private static final int AHEAD = 6;

  private final BlockingQueue<T> ready = new ArrayBlockingQueue<>(AHEAD);
  private final Thread producer;
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;

  /**
   * @param maker makes the batch of a number
   * @param first number of the first batch; those after it follow
   */
  public Prefetch(LongFunction<T> maker, long first) {
    producer = new Thread(() -> produce(maker, first), "batches");
    producer.setDaemon(true);
    producer.start();
  }

  private void produce(LongFunction<T> maker, long first) {
    try {
      for (long number = first; !closed; number++) {
        ready.put(maker.apply(number));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  /** The next batch, once it is made. */
  public T take() throws InterruptedException {
    while (true) {
      T batch = ready.poll(1, TimeUnit.SECONDS);
      if (batch != null) {
        return batch;
      }
      if (failure != null) {
        throw new IllegalStateException("batches cannot be made", failure);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    producer.interrupt();
  }
}
