package io.github.mien.image.io;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Video without sound, encoded by the program ffmpeg, to which frames are sent as they come: the
 * one that the Maven artifact {@code org.bytedeco:ffmpeg-platform} carries, or the one on the path,
 * or the one that the system property {@code mien.ffmpeg} names. Frames come at an even rate, that
 * of the shortest frame but no more than 30 a second; loops are up to the player. The file takes
 * shape in the folder of temporary files first.
 *
 * @param container what file it is
 * @param quality 0 to 100
 */
public record VideoEncoder(Container container, int quality) implements AnimationEncoder {
  private static final int MAX_RATE = 30;

  /** What files there are. */
  public enum Container {
    /** MP4 with H.264, which everything plays; what is transparent is laid on white. */
    MP4(".mp4", "libx264", "libopenh264"),
    /** WebM with VP9, which keeps transparency. */
    WEBM(".webm", "libvpx-vp9");

    private final String extension;
    private final String[] encoders;

    Container(String extension, String... encoders) {
      this.extension = extension;
      this.encoders = encoders;
    }
  }

  /** Checks the quality. */
  public VideoEncoder {
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("quality is from 0 to 100, not " + quality);
    }
  }

  /** Whether this machine has a program that encodes video. */
  public static boolean isAvailable() {
    try {
      FfmpegProgram.find();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void encode(Animation animation, OutputStream out) throws IOException {
    FfmpegProgram program = FfmpegProgram.find();
    double rate = rate(animation);
    Path file = Files.createTempFile("mien", container.extension);
    try {
      run(program, animation, rate, file);
      Files.copy(file, out);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static double rate(Animation animation) throws IOException {
    int shortest = Integer.MAX_VALUE;
    try (FrameSource frames = animation.open()) {
      for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
        shortest = Math.min(shortest, frame.millis());
      }
    }
    if (shortest == Integer.MAX_VALUE) {
      throw new IOException("the animation has no frame");
    }
    return Math.max(1, Math.min(MAX_RATE, 1000.0 / shortest));
  }

  private void run(FfmpegProgram program, Animation animation, double rate, Path file)
      throws IOException {
    List<String> encoders = program.encoders(container.encoders);
    if (encoders.isEmpty()) {
      throw new IOException(
          program.path() + " has no encoder " + String.join(" or ", container.encoders));
    }
    Path log = Files.createTempFile("mien", ".log");
    Process process = null;
    try {
      process =
          new ProcessBuilder(command(program, animation, rate, encoders.get(0), file))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(log.toFile())
              .start();
      @Nullable IOException broken = null;
      try (OutputStream pixels = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
        send(animation, rate, pixels);
      } catch (IOException e) {
        // The program may have ended early; its own words say more than a broken pipe.
        broken = e;
      }
      int code = process.waitFor();
      if (code != 0) {
        throw new IOException("ffmpeg failed: " + lastLine(log), broken);
      }
      if (broken != null) {
        throw broken;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while ffmpeg ran", e);
    } finally {
      if (process != null) {
        process.destroy();
      }
      Files.deleteIfExists(log);
    }
  }

  private List<String> command(
      FfmpegProgram program, Animation animation, double rate, String encoder, Path file) {
    List<String> command =
        new ArrayList<>(List.of(program.path(), "-v", "error", "-y", "-f", "rawvideo"));
    command.addAll(List.of("-pix_fmt", "rgba"));
    command.addAll(List.of("-s", animation.width() + "x" + animation.height()));
    command.addAll(List.of("-r", String.format(Locale.ROOT, "%.4f", rate), "-i", "-", "-an"));
    // Colours have half the resolution, so sides must be even.
    command.addAll(List.of("-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2:color=black@0"));
    command.addAll(List.of("-c:v", encoder));
    switch (encoder) {
      case "libx264" -> command.addAll(List.of("-crf", String.valueOf(40 - quality * 22 / 100)));
      case "libvpx-vp9" ->
          command.addAll(List.of("-b:v", "0", "-crf", String.valueOf(63 - quality / 2)));
      default -> {
        double bits = 0.02 + 0.15 * quality * quality / 10_000;
        long rateOfBits = Math.round(bits * animation.width() * animation.height() * rate);
        command.addAll(List.of("-b:v", String.valueOf(Math.max(50_000, rateOfBits))));
      }
    }
    boolean webm = container == Container.WEBM;
    command.addAll(List.of("-pix_fmt", webm ? "yuva420p" : "yuv420p"));
    if (!webm) {
      command.addAll(List.of("-movflags", "+faststart"));
    }
    command.add(file.toString());
    return command;
  }

  /** Each frame as often as ticks of the even rate fall into its time. */
  private void send(Animation animation, double rate, OutputStream pixels) throws IOException {
    byte[] rgba = new byte[4 * animation.width() * animation.height()];
    long time = 0;
    long ticks = 0;
    try (FrameSource frames = animation.open()) {
      for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
        time += frame.millis();
        copy(frame.image(), rgba);
        while (ticks < Math.round(time * rate / 1000)) {
          pixels.write(rgba);
          ticks++;
        }
      }
    }
    if (ticks == 0) {
      pixels.write(rgba);
    }
  }

  private void copy(Image image, byte[] rgba) {
    int out = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++, out += 4) {
        int in = image.index(x, y);
        int alpha = image.hasAlpha() ? image.data()[in + 3] & 0xff : 255;
        boolean flat = container == Container.MP4 && alpha < 255;
        for (int c = 0; c < 3; c++) {
          int color = image.data()[in + c] & 0xff;
          rgba[out + c] = (byte) (flat ? (color * alpha + 255 * (255 - alpha)) / 255 : color);
        }
        rgba[out + 3] = (byte) alpha;
      }
    }
  }

  private static String lastLine(Path log) throws IOException {
    String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip();
    return text.substring(text.lastIndexOf('\n') + 1);
  }
}
