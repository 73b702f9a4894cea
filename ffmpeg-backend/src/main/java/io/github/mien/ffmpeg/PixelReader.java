package io.github.mien.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import io.github.mien.image.Image;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** From decoded frames to pictures of one size, all on the same one. */
final class PixelReader implements AutoCloseable {
  static final int EXACT =
      swscale.SWS_BICUBIC | swscale.SWS_ACCURATE_RND | swscale.SWS_FULL_CHR_H_INT;

  /** Videos of fewer rows are taken for standard definition where they do not say. */
  private static final int HIGH_DEFINITION_ROWS = 720;

  /** One, in the fixed point of contrast and saturation. */
  private static final int UNCHANGED = 1 << 16;

  private final Image picture;
  private final AVFrame rgb = av_frame_alloc();
  private @Nullable SwsContext scaler;

  /**
   * @param first sets size and channels
   * @param aspect how much wider than high a pixel is; undefined counts as square
   */
  PixelReader(AVFrame first, AVRational aspect) throws IOException {
    boolean square = aspect.num() <= 0 || aspect.den() <= 0;
    double wide = square ? 1 : Math.max(0.1, Math.min(10, (double) aspect.num() / aspect.den()));
    int width = Math.max(1, (int) Math.round(first.width() * wide));
    boolean alpha = (av_pix_fmt_desc_get(first.format()).flags() & AV_PIX_FMT_FLAG_ALPHA) != 0;
    picture = Image.create(width, first.height(), alpha ? 4 : 3);
    rgb.format(alpha ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGB24);
    rgb.width(width);
    rgb.height(first.height());
    FfmpegLibrary.check(av_frame_get_buffer(rgb, 0), "no memory for a frame");
  }

  int width() {
    return picture.width();
  }

  int height() {
    return picture.height();
  }

  Image read(AVFrame frame) throws IOException {
    SwsContext context =
        sws_getCachedContext(
            scaler,
            frame.width(),
            frame.height(),
            frame.format(),
            picture.width(),
            picture.height(),
            rgb.format(),
            EXACT,
            null,
            null,
            (DoublePointer) null);
    if (context == null) {
      throw new IOException("frames of this kind cannot be converted");
    }
    scaler = context;
    sws_setColorspaceDetails(
        context,
        sws_getCoefficients(matrix(frame)),
        frame.color_range() == AVCOL_RANGE_JPEG ? 1 : 0,
        sws_getCoefficients(SWS_CS_ITU709),
        1,
        0,
        UNCHANGED,
        UNCHANGED);
    try (PointerPointer<?> from = new PointerPointer<>(frame);
        PointerPointer<?> to = new PointerPointer<>(rgb)) {
      FfmpegLibrary.check(
          sws_scale(context, from, frame.linesize(), 0, frame.height(), to, rgb.linesize()),
          "a frame cannot be converted");
    }
    BytePointer rows = rgb.data(0);
    int row = picture.width() * picture.channels();
    for (int y = 0; y < picture.height(); y++) {
      rows.position((long) y * rgb.linesize(0)).get(picture.data(), picture.index(0, y), row);
    }
    return picture;
  }

  private static int matrix(AVFrame frame) {
    if (frame.colorspace() != AVCOL_SPC_UNSPECIFIED) {
      return frame.colorspace();
    }
    return frame.height() < HIGH_DEFINITION_ROWS ? SWS_CS_ITU601 : SWS_CS_ITU709;
  }

  @Override
  public void close() {
    sws_freeContext(scaler);
    scaler = null;
    av_frame_free(rgb);
  }
}
