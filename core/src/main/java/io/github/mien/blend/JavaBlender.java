package io.github.mien.blend;

import io.github.mien.image.Image;
import io.github.mien.provider.Availability;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Blending in plain Java: the oracle of the compatibility suite, and the fastest on a CPU. See
 * {@link Multigrid} for how.
 */
final class JavaBlender implements Blender {
  /** What no call is using: as many as ever ran at once. */
  private final Queue<PoissonBlend> idle = new ConcurrentLinkedQueue<>();

  @Override
  public String name() {
    return "java";
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public Availability probe() {
    return new Availability(true, "Java " + Runtime.version().feature());
  }

  @Override
  public void blend(Image source, Mask mask, Image target, int x, int y, BlendMode mode) {
    Overlay overlay = Overlay.of(source, mask, target, x, y, mode);
    if (overlay.isEmpty()) {
      return;
    }
    PoissonBlend blend = idle.poll();
    if (blend == null) {
      blend = new PoissonBlend();
    }
    try {
      blend.run(overlay, mode == BlendMode.MIXED);
    } finally {
      idle.add(blend);
    }
  }
}
