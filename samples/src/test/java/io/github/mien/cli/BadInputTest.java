package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.io.Images;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong gets one line that names it, and its own exit code. */
class BadInputTest {
  @TempDir Path folder;
  private Path portrait;
  private Path out;

  @BeforeEach
  void portrait() throws IOException {
    portrait = Cli.save(SampleFace.OLDER_MAN, folder);
    out = folder.resolve("out.png");
  }

  private void assertFails(Cli cli, ExitCode code, String... words) {
    assertThat(cli.errorLines()).hasSize(1);
    assertThat(cli.errorLines().get(0)).startsWith("mien: ").contains(words);
    assertThat(cli.code()).isEqualTo(code.number());
    assertThat(out).doesNotExist();
  }

  private Cli transferFrom(Path source) {
    return Cli.run("transfer", "--source", source, "--target", portrait, "--out", out);
  }

  @Test
  void aMissingFile() {
    assertFails(
        transferFrom(folder.resolve("nobody.jpg")),
        ExitCode.UNREADABLE,
        "nobody.jpg",
        "no such file");
  }

  @Test
  void aTextFile() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jpg"), "not a picture");

    assertFails(transferFrom(text), ExitCode.NOT_A_PICTURE, "text.jpg");
  }

  @Test
  void aTruncatedPhoto() throws IOException {
    byte[] whole = Files.readAllBytes(portrait);
    Path half = Files.write(folder.resolve("half.jpg"), Arrays.copyOf(whole, whole.length / 2));

    assertFails(transferFrom(half), ExitCode.NOT_A_PICTURE, "half.jpg");
  }

  @Test
  void aHeicPhoto() throws IOException {
    byte[] head = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
    Path heic = Files.write(folder.resolve("phone.heic"), head);

    assertFails(transferFrom(heic), ExitCode.NOT_A_PICTURE, "phone.heic", "HEIC");
  }

  @Test
  void aPictureOfMoreThanAHundredMegapixels() throws IOException {
    Path huge = Files.write(folder.resolve("huge.png"), pngHeader(20_000, 6_000));

    assertFails(transferFrom(huge), ExitCode.TOO_LARGE, "huge.png");
  }

  /** A grey PNG that says to be of that size and holds none of its pixels. */
  private static byte[] pngHeader(int width, int height) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, 0, 0, 0, 0});
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream png = new DataOutputStream(file);
    png.writeLong(0x89504e470d0a1a0aL);
    chunk("IHDR", header.toByteArray(), png);
    chunk("IDAT", new byte[] {0x78, 1}, png);
    chunk("IEND", new byte[0], png);
    return file.toByteArray();
  }

  private static void chunk(String type, byte[] content, DataOutputStream png) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(type.getBytes(StandardCharsets.US_ASCII));
    sum.update(content);
    png.writeInt(content.length);
    png.writeBytes(type);
    png.write(content);
    png.writeInt((int) sum.getValue());
  }

  @Test
  void aPictureWithoutAFace() throws IOException {
    Path wall = folder.resolve("wall.png");
    Images.write(Image.create(300, 200, 3), wall);

    assertFails(transferFrom(wall), ExitCode.NO_FACE, "wall.png", "no face found", "source");
    assertFails(
        Cli.run("transfer", "--source", portrait, "--target", wall, "--out", out),
        ExitCode.NO_FACE,
        "wall.png",
        "target");
    assertFails(Cli.run("inspect", wall, "--out", out), ExitCode.NO_FACE, "wall.png");
  }

  @Test
  void aFaceTooSmallToWorkOn() throws IOException {
    Image small = Image.create(50, 50, 3);
    ImageKernels.java().resize(SampleFace.OLDER_MAN.load(), small);
    Path file = folder.resolve("small.png");
    Images.write(small, file);

    assertFails(transferFrom(file), ExitCode.FACE_TOO_SMALL, "small.png", "pixels");
  }

  @Test
  void anOutputWithoutAFolder() {
    out = folder.resolve("nowhere/out.png");

    assertFails(transferFrom(portrait), ExitCode.UNWRITABLE, "nowhere");
  }

  @Test
  void anOutputThatIsNoPicture() {
    out = folder.resolve("out.gif");

    assertFails(transferFrom(portrait), ExitCode.UNWRITABLE, "out.gif");
  }

  @Test
  void anOutputThatExistsSurvivesAFailure() throws IOException {
    Path existing = Files.writeString(folder.resolve("kept.png"), "kept");
    Cli cli =
        Cli.run(
            "transfer",
            "--source",
            folder.resolve("nobody.jpg"),
            "--target",
            portrait,
            "--out",
            existing);

    assertThat(cli.code()).isEqualTo(ExitCode.UNREADABLE.number());
    assertThat(existing).hasContent("kept");
  }

  @Test
  void wrongOptions() {
    assertFails(Cli.run("transfer"), ExitCode.USAGE, "--source", "mien transfer --help");
    assertFails(Cli.run(), ExitCode.USAGE, "mien --help");
    assertFails(Cli.run("smile"), ExitCode.USAGE, "smile");
    assertFails(
        Cli.run(
            "transfer", "--source", portrait, "--target", portrait, "--out", out, "--strength", 2),
        ExitCode.USAGE,
        "--strength",
        "1.5");
    assertFails(
        Cli.run(
            "transfer",
            "--source",
            portrait,
            "--target",
            portrait,
            "--out",
            out,
            "--regions",
            "ears"),
        ExitCode.USAGE,
        "--regions");
  }

  @Test
  void aBackEndThatIsNotThere() {
    assertFails(
        Cli.run(
            "transfer",
            "--source",
            portrait,
            "--target",
            portrait,
            "--out",
            out,
            "--backend",
            "abacus"),
        ExitCode.NO_BACKEND,
        "abacus",
        "onnxruntime");
  }

  @Test
  void theHelpListsAllExitCodes() {
    for (ExitCode code : ExitCode.values()) {
      assertThat(Cli.run("transfer", "--help").out().replaceAll("\\s+", " "))
          .contains(code.number() + " " + code.meaning());
    }
  }
}
