package io.github.mien.image.io;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Rect;
import java.io.IOException;

/** What changes in an animation and when, in the units of time that a format has. */
final class Changes {

  private Changes() {}

  /** Takes what changes: an area, how long it is seen, the next area, and so on. */
  interface Sink {
    /** The area of the shown picture that is new. */
    void show(Rect area) throws IOException;

    /** How many units of time pass until the next change, or at the end. */
    void last(int units) throws IOException;
  }

  /**
   * Goes through an animation. Times are rounded so that they never drift: each change comes at the
   * unit that is nearest to its time.
   *
   * @param shown follows the frames
   * @param unit milliseconds
   * @param least units that a frame must last; one that comes earlier is left out
   * @throws IOException if there is no frame, or the frames or the sink fail
   */
  static void walk(Animation animation, ShownPicture shown, int unit, int least, Sink sink)
      throws IOException {
    boolean begun = false;
    long time = 0;
    long since = 0;
    try (FrameSource frames = animation.open()) {
      for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
        long now = Math.round((double) time / unit);
        time += frame.millis();
        if (begun && now - since < least) {
          continue;
        }
        Rect area = shown.show(frame.image());
        if (area.isEmpty()) {
          continue;
        }
        if (begun) {
          sink.last((int) (now - since));
        }
        sink.show(area);
        begun = true;
        since = now;
      }
    }
    if (!begun) {
      throw new IOException("the animation has no frame");
    }
    sink.last((int) Math.max(least, Math.round((double) time / unit) - since));
  }
}
