package io.github.mien.image.io;

import io.github.mien.image.Animation;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** WebP (RFC 9649): its chunks are walked here; of an animation the first frame on its canvas. */
final class WebpDecoder extends Decoder {
  private static final String EXIF_PREFIX = "Exif\0\0";

  private final byte[] file;
  private final WebpChunk first;
  private final @Nullable WebpAnimation animation;
  private final Header header;

  WebpDecoder(byte[] file) throws IOException {
    this.file = file;
    WebpChunk start = WebpChunk.first(file);
    if (start == null) {
      throw new EOFException();
    }
    first = start;
    Orientation orientation = Orientation.UPRIGHT;
    byte[] profile = new byte[0];
    for (WebpChunk chunk = first; chunk != null; chunk = chunk.next(file)) {
      if (chunk.type().equals(WebpChunk.EXIF)) {
        orientation = Exif.orientation(exif(file, chunk.from(), chunk.length()));
      } else if (chunk.type().equals(WebpChunk.PROFILE)) {
        profile = chunk.data(file);
      }
    }
    animation = WebpAnimation.isIn(file) ? new WebpAnimation(file, profile) : null;
    Rect size = first.size(file);
    // An animation has applied the profile to its frames.
    header =
        new Header(
            size.width(), size.height(), orientation, animation == null ? profile : new byte[0]);
  }

  /** The animation in a file that is one. */
  static Animation animation(byte[] file) throws IOException {
    WebpDecoder decoder = new WebpDecoder(file);
    WebpAnimation animation = Objects.requireNonNull(decoder.animation);
    return decoder.header.orientation().upright(animation.toAnimation());
  }

  @Override
  Header header() {
    return header;
  }

  @Override
  Image pixels() throws IOException {
    return animation == null
        ? WebpBitstream.in(file, first.start(), file.length)
            .decode(file, header.width(), header.height())
        : animation.first();
  }

  /** Some programs put JPEG's prefix in front. */
  private static ByteBuffer exif(byte[] file, int from, int length) {
    boolean prefixed = length > EXIF_PREFIX.length() && file[from] == 'E';
    int skip = prefixed ? EXIF_PREFIX.length() : 0;
    return ByteBuffer.wrap(file, from + skip, length - skip);
  }
}
