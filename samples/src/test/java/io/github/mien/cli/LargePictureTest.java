package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.mien.Mien;
import io.github.mien.Result;
import io.github.mien.Target;
import io.github.mien.expression.Presets;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A photo of 50 megapixels, of which a face is a small part. */
class LargePictureTest {
  private static final int WIDTH = 8660;
  private static final int HEIGHT = 5774;
  private static final Rect FACE = new Rect(3500, 2000, 1200, 1200);
  private static final double MUCH_LESS = 0.25;

  @Test
  void needsItsDecodedSizeAgainAndTouchesOnlyTheFace() {
    Image photo = photo();
    try (Mien mien = Mien.create()) {
      Target target = mien.target(photo);
      target.show(Presets.embedded().get("smile"));
      long before = allocated();

      Result result = target.show(Presets.embedded().get("laugh"));

      long decoded = photo.data().length;
      assertThat(allocated() - before).isBetween(decoded, (long) (decoded * (1 + MUCH_LESS)));
      assertThat(differs(photo, result.image(), FACE)).isTrue();
      for (int y = 0; y < HEIGHT; y++) {
        int left = FACE.y() <= y && y < FACE.bottom() ? FACE.x() : WIDTH;
        assertThat(sameRow(photo, result.image(), 0, left, y)).isTrue();
        int right = left == WIDTH ? WIDTH : FACE.right();
        assertThat(sameRow(photo, result.image(), right, WIDTH, y)).isTrue();
      }
    }
  }

  private static Image photo() {
    Image photo = Image.create(WIDTH, HEIGHT, 3);
    Arrays.fill(photo.data(), (byte) 120);
    ImageKernels.java().resize(SampleFace.OLDER_MAN.load(), photo.view(FACE));
    return photo;
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static boolean differs(Image a, Image b, Rect area) {
    for (int y = area.y(); y < area.bottom(); y++) {
      if (!sameRow(a, b, area.x(), area.right(), y)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameRow(Image a, Image b, int from, int to, int y) {
    int start = a.index(0, y) + 3 * from;
    int end = a.index(0, y) + 3 * to;
    return Arrays.equals(a.data(), start, end, b.data(), start, end);
  }
}
