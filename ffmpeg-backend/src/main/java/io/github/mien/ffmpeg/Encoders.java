package io.github.mien.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import io.github.mien.image.io.VideoEncoder;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Encoders with their settings. Their unit of time is the millisecond. */
final class Encoders {
  /** Frames between pictures that need no others, so that players can jump. */
  private static final int KEY_FRAME_EVERY = 128;

  private static final int MILLIS = 1000;
  private static final int MAX_RATE = 100;

  private Encoders() {}

  /** OpenH264, or where the natives lack it MPEG-4 Part 2, which most players know as well. */
  static AVCodec h264() {
    AVCodec codec = avcodec_find_encoder_by_name("libopenh264");
    return codec == null ? avcodec_find_encoder_by_name("mpeg4") : codec;
  }

  /**
   * Opens an encoder.
   *
   * @param pixelFormat of the frames that it will get
   * @param millis of the first frame: others are expected to be like it
   */
  static AVCodecContext open(
      VideoEncoder settings, int width, int height, int pixelFormat, int millis)
      throws IOException {
    boolean mp4 = settings.container() == VideoEncoder.Container.MP4;
    AVCodec codec = mp4 ? h264() : avcodec_find_encoder_by_name("libvpx-vp9");
    if (codec == null) {
      throw new IOException("these natives of FFmpeg have no encoder for " + settings.container());
    }
    AVCodecContext encoder = avcodec_alloc_context3(codec);
    int rate = Math.max(1, Math.min(MAX_RATE, Math.round((float) MILLIS / millis)));
    encoder.width(width);
    encoder.height(height);
    encoder.pix_fmt(pixelFormat);
    encoder.time_base(new AVRational().num(1).den(MILLIS));
    encoder.framerate(new AVRational().num(rate).den(1));
    encoder.gop_size(KEY_FRAME_EVERY);
    encoder.max_b_frames(0);
    encoder.thread_count(1);
    encoder.color_range(AVCOL_RANGE_MPEG);
    encoder.colorspace(AVCOL_SPC_BT709);
    encoder.color_primaries(AVCOL_PRI_BT709);
    encoder.color_trc(AVCOL_TRC_BT709);
    encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    AVDictionary options = new AVDictionary(null);
    if (mp4) {
      encoder.bit_rate(bitRate(settings.quality(), width, height, rate));
    } else {
      vp9(settings.quality(), encoder, options);
    }
    int opened = avcodec_open2(encoder, codec, options);
    av_dict_free(options);
    if (opened < 0) {
      avcodec_free_context(encoder);
      throw new IOException(
          "no video of %d x %d pixels can be encoded: %s"
              .formatted(width, height, FfmpegLibrary.message(opened)));
    }
    return encoder;
  }

  /** Bits a second: from 0.02 a pixel to 0.64. */
  private static long bitRate(int quality, int width, int height, int rate) {
    return Math.round(0.02 * Math.pow(2, quality / 20.0) * width * height * rate);
  }

  /** Constant quality, in two thirds of libvpx's range; the best and worst are of no use. */
  private static void vp9(int quality, AVCodecContext encoder, AVDictionary options) {
    encoder.bit_rate(0);
    av_dict_set(options, "crf", String.valueOf(Math.round(63 - 0.52f * quality)), 0);
    av_dict_set(options, "deadline", "good", 0);
    av_dict_set(options, "cpu-used", "5", 0);
    // libvpx has no transparency with frames that are hidden.
    av_dict_set(options, "auto-alt-ref", "0", 0);
  }
}
