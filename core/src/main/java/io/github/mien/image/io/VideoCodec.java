package io.github.mien.image.io;

import io.github.mien.image.Animation;
import io.github.mien.provider.Provider;
import io.github.mien.provider.Providers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/**
 * Reads and writes videos. Implementations are found by {@link ServiceLoader}; {@code
 * io.github.mien:mien-ffmpeg} is one. Applications use {@link Animations}. Thread-safe.
 */
public interface VideoCodec extends Provider {
  /** The system property that names the codec to take. */
  String PROPERTY = "mien.video";

  /**
   * Opens a video. Its frames are decoded when they are wanted, each time anew and one at a time;
   * they are upright and in sRGB, RGB or RGBA. Times are rounded to milliseconds so that they never
   * drift.
   *
   * @param file a video of any name
   * @throws ImageReadException if it is damaged, cut short, without frames, or of a kind that is
   *     not read
   */
  Animation read(Path file) throws IOException;

  /**
   * Writes a video.
   *
   * @param animation gone through once; of a WebM its metadata becomes a tag of the whole file
   *     named XMP, of an MP4 it is added by the caller
   * @param settings format and quality
   * @param file replaced if it exists; what it holds after a failure is of no use
   * @throws IOException if the animation has no frame, its frames cannot be had, or writing fails
   */
  void write(Animation animation, VideoEncoder settings, Path file) throws IOException;

  /**
   * Those that {@link ServiceLoader} finds with the thread's context class loader. Loads no native
   * code.
   */
  static Providers<VideoCodec> discover() {
    return Providers.load(
        new Providers.Kind(
            "video codec",
            PROPERTY,
            "Add io.github.mien:mien-ffmpeg, and FFmpeg's natives for this platform, to the"
                + " dependencies."),
        ServiceLoader.load(VideoCodec.class).iterator());
  }
}
