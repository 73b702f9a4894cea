package io.github.mien.image.io;

import io.github.mien.image.Animation;
import io.github.mien.provider.UnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Video, by whichever {@link VideoCodec} the application has. Times are exact to the millisecond.
 * Loops are not stored: players decide. The file is made in a temporary one, since its beginning is
 * written last. Both hold the animation's metadata, an MP4 as the XMP specification says, a WebM,
 * for which nothing is specified, as a tag named XMP.
 *
 * @param container what file it is
 * @param quality 0 to 100, the latter with losses that nobody sees
 */
public record VideoEncoder(Container container, int quality) implements AnimationEncoder {

  /** What file a video is. */
  public enum Container {
    /**
     * MP4 with H.264, for every player. Transparency is laid on white; an odd last column or row is
     * shown twice, since H.264 has only even ones.
     */
    MP4("mp4"),
    /** WebM with VP9, which keeps transparency. */
    WEBM("webm");

    private final String extension;

    Container(String extension) {
      this.extension = extension;
    }

    /** What the name of such a file ends in, without the dot. */
    public String extension() {
      return extension;
    }
  }

  /** MP4 with hardly seen losses. */
  public static final VideoEncoder MP4 = new VideoEncoder(Container.MP4, 85);

  /** WebM with hardly seen losses. */
  public static final VideoEncoder WEBM = new VideoEncoder(Container.WEBM, 85);

  /** Checks the quality. */
  public VideoEncoder {
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("quality is from 0 to 100, not " + quality);
    }
  }

  /** Whether this application has a codec for video. Loads no native code. */
  public static boolean isAvailable() {
    return !VideoCodec.discover().list().isEmpty();
  }

  @Override
  public void encode(Animation animation, OutputStream out) throws IOException {
    VideoCodec codec = codec();
    Path temporary = Files.createTempFile("mien", "." + container.extension);
    try {
      codec.write(animation, this, temporary);
      Files.copy(temporary, out);
      if (container == Container.MP4) {
        out.write(Mp4Metadata.box(animation.metadata()));
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static VideoCodec codec() throws IOException {
    try {
      return VideoCodec.discover().choose();
    } catch (UnavailableException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
