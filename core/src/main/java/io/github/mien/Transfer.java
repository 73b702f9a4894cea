package io.github.mien;

import io.github.mien.expression.Region;
import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import io.github.mien.transfer.TransferOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One expression on its way from one photo to another. Immutable: each setting gives a new one, and
 * nothing is computed before {@link #result()} or {@link #write}.
 */
public final class Transfer {
  private final Mien mien;
  private final Image source;
  private final @Nullable Image sourceNeutral;
  private final Image target;
  private final TransferOptions options;

  Transfer(
      Mien mien,
      Image source,
      @Nullable Image sourceNeutral,
      Image target,
      TransferOptions options) {
    this.mien = mien;
    this.source = source;
    this.sourceNeutral = sourceNeutral;
    this.target = target;
    this.options = options;
  }

  /**
   * With a photo of the source's person at rest, which makes the result truer: it shows what of the
   * source is expression and what is always there.
   *
   * @param neutral the photo
   */
  public Transfer sourceNeutral(Image neutral) {
    return new Transfer(mien, source, neutral, target, options);
  }

  /**
   * With a photo of the source's person at rest.
   *
   * @param neutral the photo's file
   * @throws IOException if it cannot be read
   * @see #sourceNeutral(Image)
   */
  public Transfer sourceNeutral(Path neutral) throws IOException {
    return sourceNeutral(Images.read(neutral));
  }

  /**
   * With more or less of the expression.
   *
   * @param strength 0 (none) to 1.5; 1 is the expression as it is
   */
  public Transfer strength(double strength) {
    return with(options.withStrength(strength));
  }

  /**
   * With some parts of the face only.
   *
   * @param first a part that may change
   * @param more further ones
   */
  public Transfer regions(Region first, Region... more) {
    Set<Region> regions = EnumSet.of(first);
    regions.addAll(List.of(more));
    return with(options.withRegions(regions));
  }

  /**
   * With more or less of what one part of the face does.
   *
   * @param region the part
   * @param weight 0 to 1.5, which the strength is multiplied by
   */
  public Transfer weight(Region region, double weight) {
    return with(options.withWeight(region, weight));
  }

  /** With eyes that stay where they look. */
  public Transfer keepGaze() {
    return with(options.withGaze(false));
  }

  /** With lips that part no further than the target's do. */
  public Transfer keepMouthClosed() {
    return with(options.withMouthKeptClosed(true));
  }

  private Transfer with(TransferOptions changed) {
    return new Transfer(mien, source, sourceNeutral, target, changed);
  }

  /**
   * Does it.
   *
   * @throws UnusableFaceException if one of the photos has no face, or none large enough
   */
  public Result result() {
    Source shown = sourceNeutral == null ? mien.source(source) : mien.source(source, sourceNeutral);
    return mien.target(target).show(shown, options);
  }

  /**
   * Does it and writes the picture.
   *
   * @param file PNG or JPEG by its extension
   * @throws UnusableFaceException if one of the photos has no face, or none large enough
   * @throws IOException if the file cannot be written
   */
  public Result write(Path file) throws IOException {
    return result().write(file);
  }
}
