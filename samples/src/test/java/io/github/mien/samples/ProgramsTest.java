package io.github.mien.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.Mien;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.image.io.Animations;
import io.github.mien.image.io.Images;
import io.github.mien.meme.Provenance;
import io.github.mien.meme.Watermark;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that the README quotes run, and change the face. */
class ProgramsTest {
  @TempDir Path folder;
  private String smile;
  private String portrait;

  @BeforeEach
  void photos() throws IOException {
    smile = save("woman-smiling.jpg");
    portrait = save("older-man.jpg");
  }

  private String save(String face) throws IOException {
    Path file = folder.resolve(face);
    try (InputStream bytes = QuickStart.class.getResourceAsStream("/faces/" + face)) {
      Files.copy(bytes, file);
    }
    return file.toString();
  }

  private void assertChanged(Path out) throws IOException {
    Image before = Images.read(Path.of(portrait));
    Image after = Images.read(out);
    assertThat(after.bounds()).isEqualTo(before.bounds());
    assertThat(after.data()).isNotEqualTo(before.data());
  }

  @Test
  void quickStart() throws Exception {
    Path out = folder.resolve("out.png");
    QuickStart.main(new String[] {smile, portrait, out.toString()});

    assertChanged(out);
  }

  @Test
  void manyExpressions() throws Exception {
    ManyExpressions.main(new String[] {portrait, folder.toString(), smile, smile});

    assertChanged(folder.resolve("0.png"));
    assertThat(folder.resolve("1.png")).hasSameBinaryContentAs(folder.resolve("0.png"));
  }

  @Test
  void stageByStageGivesWhatTheFacadeGives() throws Exception {
    Path staged = folder.resolve("staged.png");
    StageByStage.main(new String[] {smile, portrait, staged.toString()});

    try (Mien mien = Mien.create()) {
      Image whole = mien.transfer(Path.of(smile), Path.of(portrait)).result().image();
      assertThat(Images.read(staged).data()).isEqualTo(whole.data());
    }
  }

  @Test
  void consentAndMarks() throws Exception {
    Path out = folder.resolve("out.jpg");
    ConsentAndMarks.main(new String[] {smile, portrait, out.toString()});

    assertChanged(out);
    assertThat(Provenance.of(Images.metadata(out)).saysByMachine()).isTrue();
    assertThat(Watermark.isIn(Images.read(out))).isTrue();
  }

  @Test
  void movingFace() throws Exception {
    Path gif = folder.resolve("laugh.gif");
    Path sticker = folder.resolve("sticker.gif");
    MovingFace.main(new String[] {portrait, gif.toString(), sticker.toString()});

    assertThat(Animations.count(Animations.read(gif))).isGreaterThan(20);
    assertThat(Files.size(sticker)).isLessThanOrEqualTo(500_000);
  }

  @Test
  void ownExpression() throws Exception {
    Path out = folder.resolve("wink.png");
    OwnExpression.main(new String[] {portrait, out.toString()});

    assertChanged(out);
  }

  @Test
  void ownMask() throws Exception {
    Image before = Images.read(Path.of(portrait));
    Image mask = Image.create(before.width(), before.height(), 3);
    Rect covered =
        new Rect(
            before.width() * 2 / 5, before.height() / 2, before.width() / 5, before.height() / 4);
    for (int y = covered.y(); y < covered.bottom(); y++) {
      Arrays.fill(
          mask.data(), mask.index(covered.x(), y), mask.index(covered.right(), y), (byte) -1);
    }
    Images.write(mask, folder.resolve("mask.png"));
    Path out = folder.resolve("behind.png");
    OwnMask.main(new String[] {portrait, folder.resolve("mask.png").toString(), out.toString()});

    assertChanged(out);
    Rect inside =
        new Rect(covered.x() + 9, covered.y() + 9, covered.width() - 18, covered.height() - 18);
    assertThat(Images.read(out).view(inside).copy().data())
        .isEqualTo(before.view(inside).copy().data());
  }

  @Test
  void blending() throws Exception {
    Path out = folder.resolve("blended.png");
    Blending.main(new String[] {smile, portrait, out.toString()});

    assertChanged(out);
  }

  @Test
  void captions() throws Exception {
    Path out = folder.resolve("captioned.png");

    assertThat(printed(() -> Captions.main(new String[] {portrait, out.toString()})))
        .hasLineCount(2)
        .contains("[WHEN IT COMPILES]", "lacks []");
    assertChanged(out);
  }

  @Test
  void oneSticker() throws Exception {
    Path gif = folder.resolve("one.gif");

    assertThat(printed(() -> OneSticker.main(new String[] {portrait, gif.toString()})))
        .contains(Files.size(gif) + " bytes");
    assertThat(Animations.read(gif).width()).isEqualTo(240);
    assertThat(Files.size(gif)).isLessThanOrEqualTo(500_000);
  }

  @Test
  void measures() throws Exception {
    assertThat(printed(() -> Measures.main(new String[] {smile})))
        .containsPattern("smile [01]\\D\\d\\d, mouth 0\\D\\d\\d eye .*1764 numbers");
  }

  private interface Program {
    void run() throws Exception;
  }

  private static String printed(Program program) throws Exception {
    PrintStream standard = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      program.run();
    } finally {
      System.setOut(standard);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void groups() throws Exception {
    Image two = Image.create(1024, 512, 3);
    Images.read(Path.of(smile)).copyTo(two.view(new Rect(0, 0, 512, 512)));
    Images.read(Path.of(portrait)).copyTo(two.view(new Rect(512, 0, 512, 512)));
    portrait = folder.resolve("two.png").toString();
    Images.write(two, Path.of(portrait));

    Groups.main(new String[] {portrait, portrait, folder.toString()});

    assertChanged(folder.resolve("all.png"));
    assertChanged(folder.resolve("second.png"));
    assertThat(folder.resolve("cast.png")).isNotEmptyFile();
  }

  @Test
  void fromMemory() throws Exception {
    BufferedImage target = Images.toBufferedImage(Images.read(Path.of(portrait)));
    try (Mien mien = Mien.create();
        InputStream upload = Files.newInputStream(Path.of(smile))) {
      BufferedImage result = FromMemory.transfer(mien, upload, target);

      assertThat(result.getWidth()).isEqualTo(target.getWidth());
    }
  }
}
