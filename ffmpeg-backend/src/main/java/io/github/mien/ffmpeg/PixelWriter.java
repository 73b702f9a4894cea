package io.github.mien.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import io.github.mien.image.Image;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerPointer;

/** From pictures to frames for an encoder: BT.709, of limited range, colours at half resolution. */
final class PixelWriter implements AutoCloseable {
  /** One, in the fixed point of contrast and saturation. */
  private static final int UNCHANGED = 1 << 16;

  private static final int WHITE = 255;

  private final int width;
  private final int height;
  private final boolean transparent;
  private final byte[] row;
  private final AVFrame rgb;
  private final AVFrame yuv;
  private final SwsContext converter;

  /**
   * @param width columns of what comes out; where a picture has one fewer, its last is repeated
   * @param height rows of what comes out, likewise
   * @param transparent whether alpha is kept; else pictures are laid on white
   */
  PixelWriter(int width, int height, boolean transparent) throws IOException {
    this.width = width;
    this.height = height;
    this.transparent = transparent;
    row = new byte[width * (transparent ? 4 : 3)];
    rgb = frame(transparent ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGB24);
    yuv = frame(format());
    converter =
        sws_getContext(
            width,
            height,
            rgb.format(),
            width,
            height,
            yuv.format(),
            PixelReader.EXACT,
            null,
            null,
            (DoublePointer) null);
    if (converter == null) {
      throw new IOException("frames of this size cannot be converted");
    }
    sws_setColorspaceDetails(
        converter,
        sws_getCoefficients(SWS_CS_ITU709),
        1,
        sws_getCoefficients(SWS_CS_ITU709),
        0,
        0,
        UNCHANGED,
        UNCHANGED);
  }

  private AVFrame frame(int format) throws IOException {
    AVFrame frame = av_frame_alloc();
    frame.format(format);
    frame.width(width);
    frame.height(height);
    FfmpegLibrary.check(av_frame_get_buffer(frame, 0), "no memory for a frame");
    return frame;
  }

  /** Of the frames that come out. */
  int format() {
    return transparent ? AV_PIX_FMT_YUVA420P : AV_PIX_FMT_YUV420P;
  }

  /** A frame that is good until the next call. */
  AVFrame convert(Image image) throws IOException {
    FfmpegLibrary.check(av_frame_make_writable(yuv), "no memory for a frame");
    BytePointer rows = rgb.data(0);
    for (int y = 0; y < height; y++) {
      fill(image, Math.min(y, image.height() - 1));
      rows.position((long) y * rgb.linesize(0)).put(row, 0, row.length);
    }
    try (PointerPointer<?> from = new PointerPointer<>(rgb);
        PointerPointer<?> to = new PointerPointer<>(yuv)) {
      FfmpegLibrary.check(
          sws_scale(converter, from, rgb.linesize(), 0, height, to, yuv.linesize()),
          "a frame cannot be converted");
    }
    return yuv;
  }

  private void fill(Image image, int y) {
    byte[] data = image.data();
    int channels = image.channels();
    int out = 0;
    for (int x = 0; x < width; x++) {
      int in = image.index(Math.min(x, image.width() - 1), y);
      int alpha = channels == 4 ? data[in + 3] & 0xff : 255;
      for (int c = 0; c < 3; c++) {
        row[out++] = transparent || alpha == 255 ? data[in + c] : onWhite(data[in + c], alpha);
      }
      if (transparent) {
        row[out++] = (byte) alpha;
      }
    }
  }

  private static byte onWhite(byte sample, int alpha) {
    return (byte) (((sample & 0xff) * alpha + WHITE * (255 - alpha) + 127) / 255);
  }

  @Override
  public void close() {
    sws_freeContext(converter);
    av_frame_free(rgb);
    av_frame_free(yuv);
  }
}
