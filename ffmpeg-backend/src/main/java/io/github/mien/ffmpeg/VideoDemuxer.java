package io.github.mien.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import io.github.mien.image.io.ImageReadException;
import io.github.mien.image.io.ImageReadException.Kind;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.jspecify.annotations.Nullable;

/** The compressed frames of the best picture track of a file. */
final class VideoDemuxer implements AutoCloseable {
  private final AVFormatContext context;
  private final AVStream stream;
  private final AVPacket packet = av_packet_alloc();
  private boolean closed;

  private VideoDemuxer(AVFormatContext context, AVStream stream) {
    this.context = context;
    this.stream = stream;
  }

  static VideoDemuxer open(Path file) throws ImageReadException {
    AVFormatContext context = avformat_alloc_context();
    AVDictionary options = new AVDictionary(null);
    // A file must not make anybody read other files, let alone the network.
    av_dict_set(options, "protocol_whitelist", "file", 0);
    av_dict_set(options, "format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi", 0);
    int opened = avformat_open_input(context, Paths.url(file), null, options);
    av_dict_free(options);
    if (opened < 0) {
      // It has freed the context.
      throw new ImageReadException(Kind.DAMAGED, "damaged: " + FfmpegLibrary.message(opened));
    }
    avformat_find_stream_info(context, (AVDictionary) null);
    int best = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
    if (best < 0) {
      avformat_close_input(context);
      throw new ImageReadException(Kind.DAMAGED, "damaged: a video without a picture track");
    }
    for (int i = 0; i < context.nb_streams(); i++) {
      if (i != best) {
        context.streams(i).discard(avcodec.AVDISCARD_ALL);
      }
    }
    return new VideoDemuxer(context, context.streams(best));
  }

  AVStream stream() {
    return stream;
  }

  /** How long the file lasts, in milliseconds, where there is nothing but pictures; else 0. */
  long soleDuration() {
    return context.nb_streams() == 1 && context.duration() > 0
        ? Math.round(context.duration() / 1000.0)
        : 0;
  }

  /** The next of them, good until the next call; null after the last. */
  @Nullable AVPacket next() throws ImageReadException {
    while (true) {
      av_packet_unref(packet);
      int result = av_read_frame(context, packet);
      if (result == AVERROR_EOF) {
        return null;
      }
      if (result < 0) {
        throw new ImageReadException(Kind.DAMAGED, "damaged: " + FfmpegLibrary.message(result));
      }
      if (packet.stream_index() == stream.index()) {
        return packet;
      }
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      av_packet_free(packet);
      avformat_close_input(context);
    }
  }
}
