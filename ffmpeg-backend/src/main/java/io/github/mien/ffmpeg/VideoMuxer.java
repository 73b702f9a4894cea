package io.github.mien.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.github.mien.image.Metadata;
import io.github.mien.image.io.VideoEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** One encoder and the file that it fills. Frames come out in the order in which they came in. */
final class VideoMuxer implements AutoCloseable {
  private final AVFormatContext container;
  private final AVIOContext file;
  private final AVCodecContext encoder;
  private final AVStream stream;
  private final AVPacket packet = av_packet_alloc();
  private final Queue<Integer> durations = new ArrayDeque<>();
  private long time;

  private VideoMuxer(
      AVFormatContext container, AVIOContext file, AVCodecContext encoder, AVStream stream) {
    this.container = container;
    this.file = file;
    this.encoder = encoder;
    this.stream = stream;
  }

  /**
   * Begins a file.
   *
   * @param path replaced if it exists
   * @param said becomes a tag of the file
   * @param encoder opened; closed by what is returned, or if this fails
   */
  static VideoMuxer open(
      Path path, VideoEncoder.Container format, Metadata said, AVCodecContext encoder)
      throws IOException {
    AVFormatContext container = new AVFormatContext(null);
    AVIOContext file = new AVIOContext(null);
    BytePointer name = Paths.url(path);
    try {
      FfmpegLibrary.check(
          avformat_alloc_output_context2(
              container, (AVOutputFormat) null, new BytePointer(format.extension()), name),
          "no writer for " + format);
      AVStream stream = avformat_new_stream(container, null);
      avcodec_parameters_from_context(stream.codecpar(), encoder);
      stream.time_base(encoder.time_base());
      // Without it, programs find no frame rate in a WebM; times of frames count nonetheless.
      stream.avg_frame_rate(encoder.framerate());
      FfmpegLibrary.check(avio_open(file, name, AVIO_FLAG_WRITE), path + " cannot be opened");
      container.pb(file);
      if (!said.isEmpty()) {
        AVDictionary tags = new AVDictionary(null);
        // FFmpeg's texts are UTF-8, whatever the system's are.
        av_dict_set(tags, new BytePointer("XMP", "UTF-8"), new BytePointer(said.xmp(), "UTF-8"), 0);
        container.metadata(tags);
      }
      AVDictionary options = new AVDictionary(null);
      // The index comes first, so that players begin before all is there.
      av_dict_set(options, "movflags", "+faststart", 0);
      int begun = avformat_write_header(container, options);
      av_dict_free(options);
      FfmpegLibrary.check(begun, "the file cannot be begun");
      return new VideoMuxer(container, file, encoder, stream);
    } catch (IOException | RuntimeException e) {
      avio_closep(file);
      avformat_free_context(container);
      avcodec_free_context(encoder);
      throw e;
    }
  }

  /**
   * Adds a frame.
   *
   * @param frame not kept
   * @param millis how long it is shown
   */
  void write(AVFrame frame, int millis) throws IOException {
    frame.pts(time);
    time += millis;
    durations.add(millis);
    send(frame);
  }

  /** Writes what the encoder still holds, and the index. */
  void finish() throws IOException {
    send(null);
    FfmpegLibrary.check(av_write_trailer(container), "the file cannot be finished");
  }

  private void send(@Nullable AVFrame frame) throws IOException {
    FfmpegLibrary.check(avcodec_send_frame(encoder, frame), "a frame cannot be encoded");
    while (true) {
      int result = avcodec_receive_packet(encoder, packet);
      if (result == AVERROR_EAGAIN() || result == AVERROR_EOF) {
        return;
      }
      FfmpegLibrary.check(result, "a frame cannot be encoded");
      Integer millis = durations.poll();
      packet.duration(millis == null ? 0 : millis);
      packet.stream_index(stream.index());
      av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
      FfmpegLibrary.check(av_interleaved_write_frame(container, packet), "a frame is not written");
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    avio_closep(file);
    avformat_free_context(container);
    avcodec_free_context(encoder);
  }
}
