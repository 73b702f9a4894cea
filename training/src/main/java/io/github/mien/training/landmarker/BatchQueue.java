package io.github.mien.training.landmarker;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Makes batches on a thread of its own while the network trains on those before. */
final class BatchQueue implements AutoCloseable {
  private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(6);
  private final Thread producer;
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;

  BatchQueue(SampleMaker samples, long first, int size) {
    producer =
        new Thread(
            () -> {
              try {
                for (long at = first; !closed; at += size) {
                  ready.put(samples.batch(at, size));
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (RuntimeException | Error e) {
                failure = e;
              }
            },
            "samples");
    producer.setDaemon(true);
    producer.start();
  }

  Batch take() throws InterruptedException {
    while (true) {
      Batch batch = ready.poll(1, java.util.concurrent.TimeUnit.SECONDS);
      if (batch != null) {
        return batch;
      }
      if (failure != null) {
        throw new IllegalStateException("samples cannot be made", failure);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    producer.interrupt();
  }
}
