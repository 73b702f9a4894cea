package io.github.mien.meme;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An animation that goes faster or slower; delays are rounded so that the whole is exact. */
final class Retimed {
  private Retimed() {}

  /**
   * @param factor of each frame's time
   */
  static Animation of(Animation animation, double factor) {
    return Animation.of(animation.width(), animation.height(), () -> retimed(animation, factor))
        .withLoops(animation.loops())
        .withMetadata(animation.metadata());
  }

  private static FrameSource retimed(Animation animation, double factor) throws IOException {
    FrameSource frames = animation.open();
    return new FrameSource() {
      private long given;
      private long taken;

      @Override
      public @Nullable Frame next() throws IOException {
        Frame frame = frames.next();
        if (frame == null) {
          return null;
        }
        given += frame.millis();
        int millis = (int) Math.max(1, Math.round(factor * given) - taken);
        taken += millis;
        return new Frame(frame.image(), millis);
      }

      @Override
      public void close() throws IOException {
        frames.close();
      }
    };
  }
}
