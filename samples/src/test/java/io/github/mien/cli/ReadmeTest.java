package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.mien.Mien;
import io.github.mien.image.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The README quotes programs that exist, and its commands work. */
class ReadmeTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Set<String> NO_FILE_FOLLOWS =
      Set.of(
          "preset",
          "sticker",
          "--strength",
          "--regions",
          "--label",
          "--set",
          "--face",
          "--source-face",
          "--threads",
          "--encoder",
          "--factor",
          "--preset",
          "--captions",
          "--format",
          "--seconds",
          "--nod",
          "--blur",
          "--top",
          "--bottom",
          "--caption",
          "--box",
          "--outline");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

  @TempDir Path folder;

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(readme())
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void everyProgramIsQuotedVerbatim() throws IOException {
    String programs = programs();
    List<String> quoted = blocks("java");

    assertThat(quoted).isNotEmpty();
    assertThat(quoted).allSatisfy(block -> assertThat(programs).contains(block));
  }

  /** What stands between the README marks of all programs, without its indentation. */
  private static String programs() throws IOException {
    Pattern marked = Pattern.compile("// README: [a-z ]+\n(.*?) *// README: end", Pattern.DOTALL);
    StringBuilder programs = new StringBuilder();
    try (Stream<Path> files =
        Files.list(ROOT.resolve("samples/src/main/java/io/github/mien/samples"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        for (MatchResult match : marked.matcher(Files.readString(file)).results().toList()) {
          programs.append(match.group(1).stripTrailing().stripIndent()).append('\n');
        }
      }
    }
    return programs.toString();
  }

  @TestFactory
  Stream<DynamicTest> everyCommandWorks() throws IOException {
    photos();
    List<String> commands = new ArrayList<>();
    for (String block : blocks("sh")) {
      block.lines().filter(line -> line.startsWith("./mien ")).forEach(commands::add);
    }
    assertThat(commands).hasSizeGreaterThan(5);
    return commands.stream().map(command -> dynamicTest(command, () -> run(command)));
  }

  @Test
  void theOtherCommandIsWhatTheContinuousBuildRuns() throws IOException {
    List<String> others = new ArrayList<>();
    for (String block : blocks("sh")) {
      block.lines().filter(line -> !line.startsWith("./mien ")).forEach(others::add);
    }
    assertThat(others).containsExactly("./mvnw verify");
    assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("./mvnw -B -ntp verify");
  }

  private void photos() throws IOException {
    for (String name : List.of(".", "photos")) {
      Path place = Files.createDirectories(folder.resolve(name));
      Files.copy(Cli.save(SampleFace.WOMAN_SMILING, folder), place.resolve("smile.jpg"));
      Files.move(folder.resolve(SampleFace.WOMAN_SMILING.file()), place.resolve("rest.jpg"));
      Files.move(Cli.save(SampleFace.OLDER_MAN, folder), place.resolve("portrait.jpg"));
    }
    groups();
    IdentityNetwork.write(folder.resolve("encoder.onnx"));
    IdentityNetwork.write(folder.resolve("decoder.onnx"));
    Files.writeString(folder.resolve("pairs.csv"), blocks("csv").get(0));
  }

  private void groups() throws IOException {
    try (Mien mien = Mien.builder().renderer(false).build()) {
      for (String name : List.of("group.jpg", "friends.jpg")) {
        GroupScene scene = new GroupScene(mien, 700, 400);
        scene.add(SampleFace.YOUNG_WOMAN, 150, 180, 200);
        scene.add(SampleFace.OLDER_MAN, 170, 500, 200);
        Images.write(scene.picture(), folder.resolve(name));
      }
    }
  }

  private void run(String command) {
    List<String> words =
        WORD.matcher(command)
            .results()
            .map(word -> word.group(1) == null ? word.group() : word.group(1))
            .toList();
    List<Object> args = new ArrayList<>(words.subList(1, 2));
    for (int i = 2; i < words.size(); i++) {
      String word = words.get(i);
      boolean name = NO_FILE_FOLLOWS.contains(words.get(i - 1)) && !word.endsWith(".onnx");
      boolean file = !word.startsWith("--") && !name;
      args.add(file ? folder.resolve(word) : word);
    }
    if (words.get(1).equals("demo")) {
      args.addAll(List.of("--out", folder.resolve("mien-demo.png")));
    }
    Cli cli = Cli.run(args.toArray());
    assertThat(cli.code()).as(cli.err()).isZero();
  }

  @Test
  void theExitCodesAreThoseOfTheProgram() throws IOException {
    for (ExitCode code : ExitCode.values()) {
      assertThat(readme()).contains("| " + code.number() + " | " + code.meaning() + " |");
    }
  }

  @Test
  void theCoordinatesAreThoseOfThisVersion() throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    String version = pom.replaceFirst("(?s).*?<artifactId>mien-parent</artifactId>\\s*", "");
    assertThat(blocks("xml").get(0)).contains(version.substring(0, version.indexOf("\n")));
  }

  @Test
  void theTablesOfMethodsAreThoseThatWereMeasured() throws IOException {
    String measured = Files.readString(ROOT.resolve("benchmarks/METHODS.md"));
    List<String> rows =
        measured
            .lines()
            .takeWhile(l -> !l.equals("## All scores"))
            .filter(l -> l.startsWith("| "))
            .toList();

    assertThat(rows).hasSizeGreaterThan(8);
    assertThat(readme().lines()).containsAll(rows);
  }

  @Test
  void everyLocalLinkLeadsSomewhere() throws IOException {
    assertThat(
            Pattern.compile("\\]\\((?!http)([^)]+)\\)")
                .matcher(readme())
                .results()
                .map(link -> ROOT.resolve(link.group(1))))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file).exists());
  }
}
