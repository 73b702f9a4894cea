package io.github.mien.training.methods;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Names the machine that measures. */
final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Machine() {}

  /**
   * In words.
   *
   * @param backend that runs the networks
   */
  static String description(String backend) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    return "%d cores of an %s, JDK %s, back end %s"
        .formatted(cores, processor(), Runtime.version().feature(), backend);
  }

  private static String processor() throws IOException {
    List<String> lines = Files.exists(PROCESSORS) ? Files.readAllLines(PROCESSORS) : List.of();
    return lines.stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.replaceFirst(".*:\\s*", ""))
        .findFirst()
        .orElse(System.getProperty("os.arch", "unknown processor"));
  }
}
