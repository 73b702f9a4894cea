package io.github.mien.meme;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.io.AnimationEncoder;
import io.github.mien.image.io.ApngEncoder;
import io.github.mien.image.io.GifEncoder;
import io.github.mien.image.io.VideoEncoder;
import io.github.mien.image.io.WebpEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for the best file that meets the limits of a platform: the settings are put in order, from
 * the best and largest to the worst and smallest, and halved until the first is found that fits.
 */
final class StickerSearch {
  private static final int[] GIF_LOSSES = {0, 10, 20, 30, 40, 55, 70};
  private static final int[] QUALITIES = {92, 85, 75, 65, 50, 35, 20};
  private static final int[] PNG_COLORS = {0, 256, 128, 64, 32, 16};

  /** Below these many frames a second a movement is no longer seen as one. */
  private static final int LEAST_RATE = 6;

  private static final int KEPT_BYTES = 32 << 20;

  private final String platform;
  private final StickerLimits limits;

  /** One try: every so many-th frame, encoded so. */
  private record Setting(int step, AnimationEncoder encoder, String words) {}

  /** How long an animation is. */
  private record Extent(int frames, long millis) {}

  StickerSearch(String platform, StickerLimits limits) {
    this.platform = platform;
    this.limits = limits;
  }

  Sticker run(Animation given) throws IOException {
    Fitting fitting = new Fitting(limits.width(), limits.height());
    Animation fitted = given.map(limits.width(), limits.height(), fitting::apply);
    List<Frame> kept = new ArrayList<>();
    Extent extent = keep(fitted, kept);
    require(extent);
    Animation animation =
        kept.isEmpty() ? fitted : Animation.of(kept).withMetadata(fitted.metadata());
    if (limits.wholeSeconds()) {
      long millis = wholeSeconds(extent.millis);
      animation = Retimed.of(animation, (double) millis / extent.millis);
      extent = new Extent(extent.frames, millis);
    }
    return best(animation.withLoops(loops(given, extent)), extent);
  }

  private Sticker best(Animation fitted, Extent extent) throws IOException {
    List<Setting> settings = settings(extent);
    Sticker best = make(fitted, settings.get(0), extent);
    int smallest = best.bytes().length;
    int low = 0;
    int high = settings.size();
    // The very best often fits at once.
    for (int middle = 0; low < high; middle = (low + high) >>> 1) {
      Sticker made = middle == 0 ? best : make(fitted, settings.get(middle), extent);
      smallest = Math.min(smallest, made.bytes().length);
      if (fits(made)) {
        best = made;
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    if (!fits(best)) {
      throw new StickerException(
          ("%s takes at most %d KB; with the fewest frames and colours it is still %d KB;"
                  + " make it shorter or calmer")
              .formatted(platform, limits.maxBytes() / 1000, (smallest + 999) / 1000));
    }
    return best;
  }

  /**
   * Goes through an animation once. Frames of short ones stay in memory, so that they are drawn
   * once and not for each try.
   *
   * @param kept written; left empty where they are too many
   */
  private static Extent keep(Animation fitted, List<Frame> kept) throws IOException {
    long bytes = 4L * fitted.width() * fitted.height();
    int count = 0;
    long millis = 0;
    try (FrameSource source = fitted.open()) {
      for (Frame frame = source.next(); frame != null; frame = source.next()) {
        count++;
        millis += frame.millis();
        if (count * bytes <= KEPT_BYTES) {
          kept.add(new Frame(frame.image().copy(), frame.millis()));
        } else {
          kept.clear();
        }
      }
    }
    if (count == 0) {
      throw new StickerException("the animation has no frame");
    }
    return new Extent(count, millis);
  }

  private boolean fits(Sticker made) {
    return made.bytes().length <= limits.maxBytes();
  }

  private void require(Extent extent) {
    if (extent.millis > limits.maxMillis()) {
      throw new StickerException(
          "%s takes at most %.1f s, the animation lasts %.1f s; make it shorter"
              .formatted(platform, limits.maxMillis() / 1000.0, extent.millis / 1000.0));
    }
    if (extent.frames < limits.minFrames()) {
      throw new StickerException(
          "%s takes at least %d frames, the animation has %d; give it more"
              .formatted(platform, limits.minFrames(), extent.frames));
    }
  }

  private long wholeSeconds(long millis) {
    return 1000L * Math.max(1, Math.min(limits.maxMillis() / 1000, Math.round(millis / 1000.0)));
  }

  private int loops(Animation animation, Extent extent) {
    if (limits.maxLoops() == 0) {
      return animation.loops();
    }
    int most = (int) Math.min(limits.maxLoops(), limits.maxMillis() / extent.millis);
    return animation.loops() == Animation.FOREVER ? most : Math.min(most, animation.loops());
  }

  private Sticker make(Animation fitted, Setting setting, Extent extent) throws IOException {
    Animation thinned = EveryNth.of(fitted, setting.step);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    setting.encoder.encode(thinned, out);
    int frames = (extent.frames + setting.step - 1) / setting.step;
    return new Sticker(
        out.toByteArray(), limits.kind(), frames, frames + " frames, " + setting.words);
  }

  /**
   * From the best to the worst: all frames with ever more loss, then ever fewer frames, and what is
   * plainly seen to be bad only when there are as few frames as can be.
   */
  private List<Setting> settings(Extent extent) {
    int first = firstStep(extent);
    int last = first;
    while (mayThin(extent, last + 1)) {
      last++;
    }
    List<Setting> codings = codings();
    int good = codings.size() - 2;
    List<Setting> settings = new ArrayList<>();
    for (int step = first; step <= last; step++) {
      int from = step == first ? 0 : Math.min(good, codings.size() / 2 + step - first - 1);
      int to = step == last ? codings.size() : Math.max(from + 1, good);
      for (Setting coding : codings.subList(from, to)) {
        settings.add(new Setting(step, coding.encoder, coding.words));
      }
    }
    return settings;
  }

  /** Leaves as many frames as the platform takes. */
  private int firstStep(Extent extent) {
    int step = 1 + (extent.frames - 1) / limits.maxFrames();
    while (step < extent.frames
        && 1000L * ((extent.frames + step - 1) / step) > limits.maxRate() * extent.millis) {
      step++;
    }
    return step;
  }

  private boolean mayThin(Extent extent, int step) {
    int frames = (extent.frames + step - 1) / step;
    return frames >= Math.max(2, limits.minFrames())
        && 1000L * frames >= LEAST_RATE * extent.millis;
  }

  private List<Setting> codings() {
    List<Setting> codings = new ArrayList<>();
    switch (limits.kind()) {
      case GIF -> {
        for (int loss : GIF_LOSSES) {
          int colors = loss < 40 ? 256 : 128;
          AnimationEncoder gif = GifEncoder.BEST.withLoss(loss).withColors(colors);
          codings.add(new Setting(1, gif, colors + " colours, loss " + loss));
        }
      }
      case WEBP -> {
        for (int quality : QUALITIES) {
          codings.add(new Setting(1, new WebpEncoder(quality), "quality " + quality));
        }
      }
      case WEBM -> {
        for (int quality : QUALITIES) {
          VideoEncoder video = new VideoEncoder(VideoEncoder.Container.WEBM, quality);
          codings.add(new Setting(1, video, "quality " + quality));
        }
      }
      case PNG -> {
        for (int colors : PNG_COLORS) {
          int loss = colors == 0 ? 0 : 20;
          AnimationEncoder png = ApngEncoder.BEST.withColors(colors).withLoss(loss);
          codings.add(new Setting(1, png, colors == 0 ? "all colours" : colors + " colours"));
        }
      }
    }
    return codings;
  }
}
