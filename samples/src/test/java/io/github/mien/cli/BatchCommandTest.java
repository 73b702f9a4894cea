package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchCommandTest {
  @TempDir Path folder;
  private Path results;

  @BeforeEach
  void photos() throws IOException {
    Cli.save(SampleFace.WOMAN_SMILING, folder);
    Cli.save(SampleFace.OLDER_MAN, folder);
    results = folder.resolve("results");
  }

  private Cli batch(String csv, Object... more) throws IOException {
    Path file = Files.write(folder.resolve("pairs.csv"), csv.getBytes(StandardCharsets.UTF_8));
    Object[] args = new Object[6 + more.length];
    Object[] first = {"batch", file, "--base", folder, "--out-dir", results};
    System.arraycopy(first, 0, args, 0, 6);
    System.arraycopy(more, 0, args, 6, more.length);
    return Cli.run(args);
  }

  @Test
  void everyRowBecomesAPicture() throws IOException {
    Cli cli =
        batch(
            "source,target,out\n"
                + "woman-smiling.jpg,older-man.jpg,a.png\n"
                + "older-man.jpg,woman-smiling.jpg,deeper/b.jpg\n",
            "--threads",
            2);

    assertThat(cli.code()).isZero();
    assertThat(results.resolve("a.png")).isNotEmptyFile();
    assertThat(results.resolve("deeper/b.jpg")).isNotEmptyFile();
    assertThat(cli.errorLines()).hasSize(3);
    assertThat(cli.errorLines().get(2)).startsWith("2 of 2 done");
  }

  @Test
  void aRowThatFailsIsOneLineAndTheRestGoOn() throws IOException {
    Cli cli =
        batch(
            "source,target,out\n"
                + "nobody.jpg,older-man.jpg,a.png\n"
                + "woman-smiling.jpg,,b.png\n"
                + "woman-smiling.jpg,older-man.jpg,c.png\n",
            "--threads",
            1);

    assertThat(cli.code()).isEqualTo(ExitCode.ROWS_FAILED.number());
    assertThat(results.resolve("c.png")).isNotEmptyFile();
    assertThat(cli.errorLines()).hasSize(4);
    assertThat(cli.errorLines().get(0)).startsWith("line 2: ").contains("nobody.jpg");
    assertThat(cli.errorLines().get(1)).startsWith("line 3: ").contains("must not be empty");
    assertThat(cli.errorLines().get(2)).isEqualTo("3/3 c.png");
    assertThat(cli.errorLines().get(3)).startsWith("1 of 3 done").endsWith("2 failed");
  }

  @Test
  void quotesByteOrderMarkCrLfAndOtherColumnsAreUnderstood() throws IOException {
    Files.copy(folder.resolve("older-man.jpg"), folder.resolve("man, \"older\".jpg"));
    Cli cli =
        batch(
            "\ufeffid,out,target,source,note\r\n"
                + "7,a.png,\"man, \"\"older\"\".jpg\",woman-smiling.jpg,\"two\r\nlines\"\r\n");

    assertThat(cli.code()).isZero();
    assertThat(results.resolve("a.png")).isNotEmptyFile();
  }

  @Test
  void absolutePathsAreTakenAsTheyAre() throws IOException {
    Path out = folder.resolve("elsewhere.png");
    Cli cli =
        batch(
            "source,target,out\n%s,older-man.jpg,%s\n"
                .formatted(folder.resolve("woman-smiling.jpg"), out));

    assertThat(cli.code()).isZero();
    assertThat(out).isNotEmptyFile();
  }

  @Test
  void theNeutralColumnIsReadWhenAskedFor() throws IOException {
    String csv =
        "source,target,out,source_neutral\n"
            + "woman-smiling.jpg,older-man.jpg,a.png,nobody.jpg\n"
            + "woman-smiling.jpg,older-man.jpg,b.png,\n";

    assertThat(batch(csv).code()).isZero();
    Cli asked = batch(csv, "--use-source-neutral");
    assertThat(asked.code()).isEqualTo(ExitCode.ROWS_FAILED.number());
    assertThat(asked.err()).contains("nobody.jpg").contains("1 of 2 done");
  }

  @Test
  void aMissingColumnIsNamed() throws IOException {
    Cli cli = batch("source,out\na.jpg,b.png\n");

    assertThat(cli.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(cli.errorLines()).hasSize(1);
    assertThat(cli.err()).contains("no column target");
  }

  @Test
  void aMissingListIsNamed() {
    Cli cli = Cli.run("batch", folder.resolve("none.csv"));

    assertThat(cli.code()).isEqualTo(ExitCode.UNREADABLE.number());
    assertThat(cli.err()).contains("none.csv", "no such file");
  }
}
