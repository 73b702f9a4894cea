package io.github.mien.meme;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Every so many-th frame of an animation, shown for as long as those that it stands for. */
final class EveryNth {
  private EveryNth() {}

  static Animation of(Animation animation, int step) {
    if (step == 1) {
      return animation;
    }
    return Animation.of(animation.width(), animation.height(), () -> thinned(animation, step))
        .withLoops(animation.loops())
        .withMetadata(animation.metadata());
  }

  private static FrameSource thinned(Animation animation, int step) throws IOException {
    FrameSource frames = animation.open();
    return new FrameSource() {
      @Override
      public @Nullable Frame next() throws IOException {
        Frame frame = frames.next();
        if (frame == null) {
          return null;
        }
        // The source may draw the next frame on the same picture.
        Image image = frame.image().copy();
        int millis = frame.millis();
        for (int i = 1; i < step; i++) {
          Frame skipped = frames.next();
          if (skipped == null) {
            break;
          }
          millis += skipped.millis();
        }
        return new Frame(image, millis);
      }

      @Override
      public void close() throws IOException {
        frames.close();
      }
    };
  }
}
