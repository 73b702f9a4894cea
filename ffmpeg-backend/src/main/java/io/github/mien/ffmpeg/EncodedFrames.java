package io.github.mien.ffmpeg;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Metadata;
import io.github.mien.image.io.VideoEncoder;
import java.io.IOException;
import java.nio.file.Path;

/** Encodes an animation frame by frame. */
final class EncodedFrames {
  private EncodedFrames() {}

  static void write(Animation animation, VideoEncoder settings, Path file) throws IOException {
    try (FrameSource frames = animation.open()) {
      Frame frame = frames.next();
      if (frame == null) {
        throw new IOException("the animation has no frame");
      }
      boolean mp4 = settings.container() == VideoEncoder.Container.MP4;
      int width = mp4 ? even(animation.width()) : animation.width();
      int height = mp4 ? even(animation.height()) : animation.height();
      boolean transparent = !mp4 && frame.image().hasAlpha();
      try (PixelWriter pixels = new PixelWriter(width, height, transparent);
          VideoMuxer muxer =
              VideoMuxer.open(
                  file,
                  settings.container(),
                  mp4 ? Metadata.NONE : animation.metadata(),
                  Encoders.open(settings, width, height, pixels.format(), frame.millis()))) {
        while (frame != null) {
          muxer.write(pixels.convert(frame.image()), frame.millis());
          frame = frames.next();
        }
        muxer.finish();
      }
    }
  }

  private static int even(int size) {
    return size + (size & 1);
  }
}
