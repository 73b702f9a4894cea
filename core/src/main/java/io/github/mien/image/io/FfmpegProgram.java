package io.github.mien.image.io;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The program ffmpeg, which encodes video: the one that the system property {@code mien.ffmpeg}
 * names, or the one that the Maven artifact {@code org.bytedeco:ffmpeg-platform} carries, or the
 * one on the path.
 *
 * @param path of the program
 */
record FfmpegProgram(String path) {
  private static final String PROPERTY = "mien.ffmpeg";

  /** The first that is there. */
  static FfmpegProgram find() throws IOException {
    String named = System.getProperty(PROPERTY);
    if (named != null) {
      if (!Files.isExecutable(Path.of(named))) {
        throw new IOException(named + ": is no program; " + PROPERTY + " must name ffmpeg");
      }
      return new FfmpegProgram(named);
    }
    String carried = carried();
    if (carried != null) {
      return new FfmpegProgram(carried);
    }
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator)) {
      Path program = Path.of(folder, "ffmpeg");
      if (!folder.isEmpty() && Files.isExecutable(program)) {
        return new FfmpegProgram(program.toString());
      }
    }
    throw new IOException(
        "video needs ffmpeg; add org.bytedeco:ffmpeg-platform to the dependencies, or set "
            + PROPERTY
            + " to the program");
  }

  /** By reflection: only who writes video brings those classes. */
  private static @Nullable String carried() throws IOException {
    try {
      Class<?> loader = Class.forName("org.bytedeco.javacpp.Loader");
      Class<?> program = Class.forName("org.bytedeco.ffmpeg.ffmpeg");
      return (String) loader.getMethod("load", Class.class).invoke(null, program);
    } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
      return null;
    } catch (InvocationTargetException | LinkageError e) {
      throw new IOException("ffmpeg of org.bytedeco does not run here: " + e.getCause(), e);
    }
  }

  /** Those of the encoders that it has, the first of them first. */
  List<String> encoders(String... wanted) throws IOException {
    Process process =
        new ProcessBuilder(path, "-hide_banner", "-encoders")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Set<String> words = Arrays.stream(printed.split("\\s+")).collect(Collectors.toSet());
    return Arrays.stream(wanted).filter(words::contains).toList();
  }
}
