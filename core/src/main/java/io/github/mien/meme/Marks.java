package io.github.mien.meme;

import io.github.mien.image.Animation;
import io.github.mien.image.Image;
import io.github.mien.image.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * How a picture that was changed by a machine says so. Immutable.
 *
 * @param inMetadata whether the file says it in terms that programs read: {@link
 *     Provenance#CHANGED}
 * @param aigc the label of GB 45438-2025 beside it, if the application is bound by that; only with
 *     {@code inMetadata}
 * @param watermark whether the pixels say it invisibly, see {@link Watermark}
 * @param label what a corner of the picture says to people, if anything
 */
public record Marks(
    boolean inMetadata, @Nullable AigcLabel aigc, boolean watermark, @Nullable CornerLabel label) {
  /** In the file's metadata; the pixels stay as they are. */
  public static final Marks DEFAULT = new Marks(true, null, false, null);

  /** None: what is written does not say how it was made. */
  public static final Marks NONE = new Marks(false, null, false, null);

  /** Checks that a label has its place. */
  public Marks {
    if (aigc != null && !inMetadata) {
      throw new IllegalArgumentException("the label of GB 45438-2025 is metadata: write that too");
    }
  }

  /**
   * With a label of GB 45438-2025 in the metadata.
   *
   * @param content who made what
   */
  public Marks withAigc(AigcLabel content) {
    return new Marks(true, content, watermark, label);
  }

  /** With an invisible mark in the pixels. */
  public Marks withWatermark() {
    return new Marks(inMetadata, aigc, true, label);
  }

  /**
   * With a visible label in a corner.
   *
   * @param words what it says
   */
  public Marks withLabel(CornerLabel words) {
    return new Marks(inMetadata, aigc, watermark, words);
  }

  /** For the file. */
  public Metadata metadata() {
    return inMetadata ? new Provenance(Provenance.CHANGED, aigc).toMetadata() : Metadata.NONE;
  }

  /**
   * Marks pixels.
   *
   * @param image not modified
   * @return a marked copy, or the same picture where the pixels are to stay as they are
   */
  public Image draw(Image image) {
    if (!watermark && label == null) {
      return image;
    }
    Image marked = image.copy();
    if (label != null) {
      label.draw(marked);
    }
    if (watermark) {
      Watermark.add(marked);
    }
    return marked;
  }

  /**
   * Marks an animation: each frame, and what a file of it says.
   *
   * @param animation in its final size
   */
  public Animation draw(Animation animation) {
    Animation frames = animation;
    if (label != null) {
      Marks visible = NONE.withLabel(label);
      frames = frames.map(frames.width(), frames.height(), visible::draw);
    }
    if (watermark) {
      frames = Watermark.marked(frames);
    }
    return frames.withMetadata(metadata());
  }
}
