package io.github.mien.ffmpeg;

import io.github.mien.provider.Availability;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;

/**
 * The native library: loaded when it is first needed, once per process. Whether that worked is
 * remembered, since a JVM cannot try again.
 */
final class FfmpegLibrary {
  private static final int MESSAGE_BYTES = 256;

  private FfmpegLibrary() {}

  /** Loads it on first use. Never throws. */
  static Availability probe() {
    return Loading.RESULT;
  }

  /** Loads it on first use. */
  static void require() throws IOException {
    Availability result = probe();
    if (!result.available()) {
      throw new IOException(result.detail());
    }
  }

  /** What an error number of FFmpeg means. */
  static String message(int error) {
    byte[] text = new byte[MESSAGE_BYTES];
    avutil.av_strerror(error, text, text.length);
    int length = 0;
    while (length < text.length && text[length] != 0) {
      length++;
    }
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }

  /** Passes on what is no error. */
  static int check(int result, String what) throws IOException {
    if (result < 0) {
      throw new IOException(what + ": " + message(result));
    }
    return result;
  }

  private static final class Loading {
    static final Availability RESULT = load();

    private static Availability load() {
      try {
        for (Class<?> part :
            new Class<?>[] {avutil.class, swscale.class, avcodec.class, avformat.class}) {
          Loader.load(part);
        }
        // It would print to the process's standard error; what matters comes as exceptions.
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        return new Availability(
            true,
            "FFmpeg %s, %s, H.264 by %s"
                .formatted(
                    avutil.av_version_info().getString(),
                    avcodec.avcodec_license().getString(),
                    Encoders.h264().name().getString()));
      } catch (LinkageError | RuntimeException e) {
        return Availability.notLoaded(
            "FFmpeg",
            "org.bytedeco:ffmpeg and org.bytedeco:javacpp with the classifier of this platform"
                + " among the dependencies (or org.bytedeco:ffmpeg-platform, which has all)",
            e);
      }
    }
  }
}
