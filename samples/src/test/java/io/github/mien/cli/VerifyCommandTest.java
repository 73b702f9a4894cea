package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.io.Images;
import io.github.mien.meme.Marks;
import io.github.mien.meme.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerifyCommandTest {
  private static final String BY_METADATA =
      "marked by metadata: compositeWithTrainedAlgorithmicMedia";

  @TempDir Path folder;
  private Path portrait;
  private Path out;

  @BeforeEach
  void photo() throws IOException {
    portrait = Cli.save(SampleFace.YOUNG_WOMAN, folder);
    out = folder.resolve("out.png");
  }

  private Cli edit(Object... more) {
    Stream<Object> options =
        Stream.of("edit", "--no-renderer", "--target", portrait, "--set", "jawOpen=1");
    Stream<Object> rest = Stream.concat(Stream.of("--out", out), Arrays.stream(more));
    return Cli.run(Stream.concat(options, rest).toArray());
  }

  @Test
  void aPhotoIsNotMarked() {
    Cli cli = Cli.run("verify", portrait);

    assertThat(cli.code()).isEqualTo(ExitCode.NOT_MARKED.number());
    assertThat(cli.out().trim()).isEqualTo("nothing found");
  }

  @Test
  void aChangedFaceIsMarkedInItsFile() {
    assertThat(edit()).isEqualTo(new Cli(0, "", ""));

    Cli cli = Cli.run("verify", out);
    assertThat(cli.code()).isZero();
    assertThat(cli.out().trim()).isEqualTo(BY_METADATA);
  }

  @Test
  void theMarkCanBeLeftOut() throws IOException {
    edit("--no-mark");

    assertThat(Cli.run("verify", out).code()).isEqualTo(ExitCode.NOT_MARKED.number());
    assertThat(Images.metadata(out).isEmpty()).isTrue();
  }

  @Test
  void aWatermarkIsFoundWhereMetadataIsLost() throws IOException {
    edit("--watermark", "--label", "zh");
    assertThat(Cli.run("verify", out).out()).contains(BY_METADATA, "marked by watermark: score");

    Path stripped = folder.resolve("stripped.jpg");
    Images.write(half(Images.read(out)), stripped);

    Cli cli = Cli.run("verify", stripped);
    assertThat(cli.code()).isZero();
    assertThat(cli.out()).startsWith("marked by watermark").doesNotContain("metadata");
  }

  @ParameterizedTest
  @CsvSource({
    "moving.gif, wechat",
    "moving.webp, whatsapp",
    "moving.png,",
    "moving.webm, telegram",
    "moving.mp4,"
  })
  void whatMovesIsMarkedAsWell(String name, @Nullable String format) throws IOException {
    Path label = folder.resolve("label.json");
    Files.writeString(
        label, "{\"Label\": \"1\", \"ContentProducer\": \"制作者\", \"ProduceID\": \"7\"}");
    Path moving = folder.resolve(name);
    List<Object> args =
        new ArrayList<>(List.of("animate", "--target", portrait, "--preset", "laugh"));
    args.addAll(List.of("--seconds", "0.4", "--rate", "15", "--watermark", "--out", moving));
    args.addAll(List.of("--aigc", label));
    if (format != null) {
      args.addAll(List.of("--format", format));
    }
    assertThat(Cli.run(args.toArray()).err()).isEmpty();

    assertThat(Cli.run("verify", moving).out())
        .contains(BY_METADATA + ", AIGC label 1 of 制作者", "marked by watermark");
  }

  @ParameterizedTest
  @EnumSource(SampleFace.class)
  void eachSampleFaceCanBeMarkedAndIsNotMistaken(SampleFace face) throws IOException {
    Path photo = Cli.save(face, Files.createDirectory(folder.resolve("faces")));
    Path marked = folder.resolve("marked.jpg");
    Images.write(Marks.NONE.withWatermark().draw(Images.read(photo)), marked);

    assertThat(Cli.run("verify", photo).out().trim()).isEqualTo("nothing found");
    assertThat(Cli.run("verify", marked).out()).startsWith("marked by watermark");
  }

  @Test
  void theLabelOfTheStandardComesFromAFile() throws IOException {
    Path label = folder.resolve("label.json");
    Files.writeString(
        label, "{\"Label\": \"1\", \"ContentProducer\": \"maker\", \"ProduceID\": \"7\"}");
    edit("--aigc", label);

    assertThat(Cli.run("verify", out).out().trim())
        .isEqualTo(BY_METADATA + ", AIGC label 1 of maker");

    Files.writeString(label, "{\"Label\": \"9\"}");
    Cli wrong = edit("--aigc", label);
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(wrong.err()).contains(label.toString(), "Label is 1");
    assertThat(edit("--aigc", label, "--no-mark").code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(edit("--aigc", folder.resolve("none")).code())
        .isEqualTo(ExitCode.UNREADABLE.number());
  }

  @Test
  void aPictureWhoseFacesStayClaimsNothing() throws IOException {
    Path small = folder.resolve("small.png");
    Images.write(half(half(half(Images.read(portrait)))), small);

    assertThat(Cli.run("enlarge", "--no-renderer", small, "--factor", "2", "--out", out).code())
        .isZero();
    assertThat(Images.metadata(out).isEmpty()).isTrue();

    Images.write(Images.read(small), small, Marks.DEFAULT.metadata());
    Cli.run("enlarge", "--no-renderer", small, "--factor", "2", "--out", out);
    assertThat(Provenance.of(Images.metadata(out)).saysByMachine())
        .as("what was marked stays marked")
        .isTrue();
  }

  @Test
  void aFileThatIsNoPictureIsOneLine() {
    Cli missing = Cli.run("verify", folder.resolve("none.png"));

    assertThat(missing.code()).isEqualTo(ExitCode.UNREADABLE.number());
    assertThat(missing.err().lines()).hasSize(1);
  }

  private static Image half(Image image) {
    Image half = Image.create(image.width() / 2, image.height() / 2, image.channels());
    ImageKernels.java().resize(image, half);
    return half;
  }
}
