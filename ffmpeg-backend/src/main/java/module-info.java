/** Videos, read and written by FFmpeg. */
module io.github.mien.ffmpeg {
  requires transitive io.github.mien.core;
  requires org.bytedeco.ffmpeg;

  exports io.github.mien.ffmpeg;

  provides io.github.mien.image.io.VideoCodec with
      io.github.mien.ffmpeg.FfmpegVideoCodec;
}
