package io.github.mien.ffmpeg;

import io.github.mien.image.Animation;
import io.github.mien.image.io.ImageReadException;
import io.github.mien.image.io.ImageReadException.Kind;
import io.github.mien.image.io.VideoCodec;
import io.github.mien.image.io.VideoEncoder;
import io.github.mien.provider.Availability;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Videos by <a href="https://ffmpeg.org">FFmpeg</a>. Read are MP4, QuickTime, WebM, Matroska and
 * AVI with whatever codec FFmpeg has, of local files only; sound is left out. Rotation that a
 * camera noted and pixels that are not square are undone. Colours are converted by the matrix and
 * range that the file names, BT.709 where it names none and is large, BT.601 where it is small;
 * videos of high dynamic range look pale.
 *
 * <p>MP4 is written with H.264 by OpenH264, or with MPEG-4 Part 2 where the natives lack it; WebM
 * with VP9 by libvpx. One thread each. FFmpeg's own messages are switched off, for the whole
 * process.
 */
public final class FfmpegVideoCodec implements VideoCodec {

  /** Loads no native code. */
  public FfmpegVideoCodec() {}

  @Override
  public String name() {
    return "ffmpeg";
  }

  @Override
  public int priority() {
    return 50;
  }

  @Override
  public Availability probe() {
    return FfmpegLibrary.probe();
  }

  @Override
  public Animation read(Path file) throws IOException {
    FfmpegLibrary.require();
    FileExtent.requireWhole(file);
    try (DecodedFrames first = DecodedFrames.open(file)) {
      if (first.isEmpty()) {
        throw new ImageReadException(Kind.DAMAGED, "damaged: a video without a frame");
      }
      return Animation.of(first.width(), first.height(), () -> DecodedFrames.open(file))
          .withLoops(1);
    }
  }

  @Override
  public void write(Animation animation, VideoEncoder settings, Path file) throws IOException {
    FfmpegLibrary.require();
    EncodedFrames.write(animation, settings, file);
  }
}
