package io.github.mien.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.image.io.ImageReadException;
import io.github.mien.image.io.ImageReadException.Kind;
import io.github.mien.image.io.Images;
import io.github.mien.image.io.Orientation;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a video from the first to the last. One frame is decoded ahead, since a frame lasts
 * until the next one comes.
 */
final class DecodedFrames implements FrameSource {
  /** How long a last frame is shown of which nothing says how long, in milliseconds. */
  private static final int USUAL_MILLIS = 40;

  private final VideoDemuxer demuxer;
  private final AVFrame frame = av_frame_alloc();
  private final double tick;
  private @Nullable AVCodecContext decoder;
  private @Nullable PixelReader pixels;
  private Orientation orientation = Orientation.UPRIGHT;
  private boolean ahead;
  private boolean drained;
  private boolean closed;
  private int number;
  private long firstTime = AV_NOPTS_VALUE;
  private long time;
  private long lastGap = USUAL_MILLIS;

  private DecodedFrames(VideoDemuxer demuxer) {
    this.demuxer = demuxer;
    AVRational base = demuxer.stream().time_base();
    tick = 1000.0 * base.num() / base.den();
  }

  static DecodedFrames open(Path file) throws IOException {
    DecodedFrames frames = new DecodedFrames(VideoDemuxer.open(file));
    try {
      frames.begin();
      return frames;
    } catch (IOException | RuntimeException e) {
      frames.close();
      throw e;
    }
  }

  private void begin() throws IOException {
    AVStream stream = demuxer.stream();
    requireSize(stream.codecpar().width(), stream.codecpar().height());
    AVCodec codec = codec(stream);
    AVCodecContext context = avcodec_alloc_context3(codec);
    decoder = context;
    avcodec_parameters_to_context(context, stream.codecpar());
    context.pkt_timebase(stream.time_base());
    context.thread_count(1);
    if (avcodec_open2(context, codec, (AVDictionary) null) < 0) {
      throw new ImageReadException(Kind.UNSUPPORTED, "a video with a codec that is not read");
    }
    orientation = orientation(stream);
    ahead = decode();
    if (ahead) {
      requireSize(frame.width(), frame.height());
      pixels = new PixelReader(frame, stream.codecpar().sample_aspect_ratio());
      time = millis();
    }
  }

  private static AVCodec codec(AVStream stream) throws ImageReadException {
    AVDictionaryEntry alpha = av_dict_get(stream.metadata(), "alpha_mode", null, 0);
    AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
    if (codec == null) {
      throw new ImageReadException(Kind.UNSUPPORTED, "a video with a codec that is not read");
    }
    if (alpha != null && alpha.value().getString().equals("1")) {
      // FFmpeg's own decoders leave out what WebM stores beside the picture.
      AVCodec withAlpha = avcodec_find_decoder_by_name("libvpx-" + codec.name().getString());
      return withAlpha == null ? codec : withAlpha;
    }
    return codec;
  }

  private static void requireSize(int width, int height) throws ImageReadException {
    if (width < 1 || height < 1) {
      throw new ImageReadException(Kind.DAMAGED, "damaged: a video without a size");
    }
    if ((long) width * height > Images.MAX_PIXELS) {
      throw new ImageReadException(
          Kind.TOO_LARGE,
          "%d x %d pixels; at most %d megapixels are read, scale the video down"
              .formatted(width, height, Images.MAX_PIXELS / 1_000_000));
    }
  }

  /** Of the matrix of ISO/IEC 14496-12, 8.3.2: quarter turns and mirrors, others as stored. */
  private static Orientation orientation(AVStream stream) {
    AVPacketSideData data =
        av_packet_side_data_get(
            stream.codecpar().coded_side_data(),
            stream.codecpar().nb_coded_side_data(),
            AV_PKT_DATA_DISPLAYMATRIX);
    if (data == null || data.isNull() || data.size() < 9 * Integer.BYTES) {
      return Orientation.UPRIGHT;
    }
    IntPointer matrix = new IntPointer(data.data());
    int a = Integer.signum(matrix.get(0));
    int b = Integer.signum(matrix.get(1));
    int c = Integer.signum(matrix.get(3));
    int d = Integer.signum(matrix.get(4));
    if (b == 0 && c == 0) {
      return Orientation.of(a < 0 ? d < 0 ? 3 : 2 : d < 0 ? 4 : 1);
    }
    if (a == 0 && d == 0) {
      return Orientation.of(b < 0 ? c < 0 ? 7 : 8 : c < 0 ? 6 : 5);
    }
    return Orientation.UPRIGHT;
  }

  boolean isEmpty() {
    return !ahead;
  }

  /** Columns as seen; there is at least one frame. */
  int width() {
    return orientation.transposes() ? reader().height() : reader().width();
  }

  /** Rows as seen; there is at least one frame. */
  int height() {
    return orientation.transposes() ? reader().width() : reader().height();
  }

  @Override
  public @Nullable Frame next() throws IOException {
    while (ahead) {
      Image stored = reader().read(frame);
      number++;
      long end = declaredEnd();
      ahead = decode();
      if (ahead) {
        end = Math.max(time, millis());
      }
      long shown = end - time;
      time = end;
      if (shown > 0) {
        lastGap = shown;
      }
      // One that is replaced within its millisecond is not seen.
      if (shown > 0 || !ahead) {
        return new Frame(orientation.upright(stored), (int) Math.max(1, shown));
      }
    }
    return null;
  }

  private PixelReader reader() {
    if (pixels == null) {
      throw new IllegalStateException("a video without a frame");
    }
    return pixels;
  }

  /** When the frame at hand begins, in milliseconds since the first. */
  private long millis() {
    long stamp = frame.best_effort_timestamp();
    if (stamp == AV_NOPTS_VALUE) {
      return time + lastGap;
    }
    if (firstTime == AV_NOPTS_VALUE) {
      firstTime = stamp;
    }
    return Math.round((stamp - firstTime) * tick);
  }

  /** When the frame at hand ends, should it be the last. */
  private long declaredEnd() {
    long whole = demuxer.soleDuration();
    if (whole > time) {
      return whole;
    }
    long stamp = frame.best_effort_timestamp();
    if (frame.duration() > 0 && stamp != AV_NOPTS_VALUE) {
      return Math.max(time + 1, Math.round((stamp - firstTime + frame.duration()) * tick));
    }
    return time + lastGap;
  }

  /** Whether there is another frame, which is then at hand. */
  private boolean decode() throws IOException {
    av_frame_unref(frame);
    while (true) {
      int result = avcodec_receive_frame(decoder, frame);
      if (result >= 0) {
        return true;
      }
      if (result == AVERROR_EOF) {
        return false;
      }
      if (result != AVERROR_EAGAIN() || drained) {
        throw damaged(result);
      }
      AVPacket packet = demuxer.next();
      drained = packet == null;
      int sent = avcodec_send_packet(decoder, packet);
      if (sent < 0) {
        throw damaged(sent);
      }
    }
  }

  private ImageReadException damaged(int error) {
    return new ImageReadException(
        Kind.DAMAGED,
        "damaged: frame %d: %s".formatted(number + 1, FfmpegLibrary.message(error)));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    ahead = false;
    if (pixels != null) {
      pixels.close();
    }
    if (decoder != null) {
      avcodec_free_context(decoder);
    }
    av_frame_free(frame);
    demuxer.close();
  }
}
