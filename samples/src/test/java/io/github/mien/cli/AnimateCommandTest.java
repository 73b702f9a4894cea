package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.Mien;
import io.github.mien.Target;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.ExpressionCurve;
import io.github.mien.expression.Presets;
import io.github.mien.face.Box;
import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.image.io.Animations;
import io.github.mien.image.io.Images;
import io.github.mien.transfer.TransferOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnimateCommandTest {
  @TempDir Path folder;
  private Path portrait;

  @BeforeEach
  void photo() throws IOException {
    portrait = Cli.save(SampleFace.YOUNG_WOMAN, folder);
  }

  private Cli animate(Path out, Object... more) {
    Object[] args = {"animate", "--target", portrait, "--out", out, "--seconds", "0.5"};
    Object[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return Cli.run(all);
  }

  @Test
  void aPresetComesAndGoes() throws IOException {
    Path gif = folder.resolve("laugh.gif");

    assertThat(animate(gif, "--preset", "laugh")).isEqualTo(new Cli(0, "", ""));

    Animation read = Animations.read(gif);
    Image photo = Images.read(portrait);
    assertThat(read.width()).isEqualTo(photo.width());
    assertThat(read.loops()).isEqualTo(Animation.FOREVER);
    int millis = 0;
    try (FrameSource frames = read.open()) {
      for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
        millis += frame.millis();
      }
    }
    assertThat(millis).isEqualTo(500);
    assertThat(Animations.count(read)).isBetween(7, 10);
  }

  @Test
  void pixelsAwayFromTheFaceAreTheSameInAllFrames() throws IOException {
    Image photo = Images.read(portrait);
    ExpressionCurve curve =
        ExpressionCurve.swell(Presets.embedded().get("laugh").expression(), 0.4)
            .withBlink(0)
            .withNod(4, 1);
    try (Mien mien = Mien.create()) {
      Target target = mien.target(photo);
      Box face = target.face().face().landmarks().bounds();
      try (FrameSource frames = target.animate(curve, TransferOptions.DEFAULT, 20).open()) {
        int changed = 0;
        for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
          changed += assertSameAway(photo, frame.image(), face);
        }
        assertThat(changed).isGreaterThan(4);
      }
    }
  }

  /** Returns 1 if the frame differs from the photo anywhere, 0 if not. */
  private static int assertSameAway(Image photo, Image frame, Box face) {
    double margin = 0.35 * Math.max(face.width(), face.height());
    boolean differs = false;
    for (int y = 0; y < photo.height(); y++) {
      for (int x = 0; x < photo.width(); x++) {
        int at = photo.index(x, y);
        boolean same = Arrays.equals(photo.data(), at, at + 3, frame.data(), at, at + 3);
        boolean near =
            x > face.x0() - margin
                && x < face.x1() + margin
                && y > face.y0() - margin
                && y < face.y1() + margin;
        assertThat(same || near).as("column %d, row %d", x, y).isTrue();
        differs |= !same;
      }
    }
    return differs ? 1 : 0;
  }

  @Test
  void aStickerMeetsItsPlatformsLimits() throws IOException {
    Path gif = folder.resolve("wechat.gif");
    Path webp = folder.resolve("whatsapp.webp");

    assertThat(animate(gif, "--preset", "laugh", "--format", "wechat").err()).isEmpty();
    assertThat(animate(webp, "--preset", "laugh", "--format", "whatsapp").err()).isEmpty();

    assertThat(Files.size(gif)).isLessThanOrEqualTo(500_000);
    assertThat(Images.read(gif).width()).isEqualTo(240);
    assertThat(Files.size(webp)).isLessThanOrEqualTo(500_000);
    assertThat(Images.read(webp).width()).isEqualTo(512);
  }

  @Test
  void telegramGetsAVideoWithinItsLimits() throws IOException {
    Path webm = folder.resolve("laugh.webm");

    assertThat(animate(webm, "--preset", "laugh", "--format", "telegram").err()).isEmpty();

    assertThat(Files.size(webm)).isLessThanOrEqualTo(256_000);
    assertThat(Animations.read(webm).width()).isEqualTo(512);
    assertThat(Animations.count(Animations.read(webm))).isEqualTo(10);
  }

  @Test
  void aRecordingIsPlayed() throws IOException {
    Path recording =
        Files.writeString(
            folder.resolve("take.csv"),
            "Timecode,JawOpen\n00:00:00:00,0\n00:00:00:10,0.6\n00:00:00:20,0\n");
    Path gif = folder.resolve("take.gif");

    assertThat(animate(gif, "--recording", recording, "--smooth")).isEqualTo(new Cli(0, "", ""));

    assertThat(Animations.count(Animations.read(gif))).isGreaterThan(5);
  }

  /** From a face that is known to yawn to another one, by way of a file. */
  @ParameterizedTest
  @ValueSource(strings = {"gif", "webp", "apng", "mp4", "webm"})
  void aMovingFaceIsFollowed(String extension) throws IOException {
    Path first = folder.resolve("first." + extension);
    Path second = folder.resolve("second." + extension);
    assertThat(animate(first, "--preset", "yawn")).isEqualTo(new Cli(0, "", ""));
    Path other = Cli.save(SampleFace.OLDER_MAN, folder);

    Cli cli = Cli.run("animate", "--target", other, "--source", first, "--out", second);

    assertThat(cli).isEqualTo(new Cli(0, "", ""));
    try (Mien mien = Mien.create()) {
      ExpressionCurve followed = mien.follow(Animations.read(second));
      assertThat(followed.at(0.02).get(Blendshape.JAW_OPEN)).isLessThan(0.1f);
      assertThat(followed.at(0.25).get(Blendshape.JAW_OPEN)).isGreaterThan(0.3f);
    }
    Path cut = folder.resolve("cut." + extension);
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(first), 2000));
    assertFails(animate(second, "--source", cut), 4, "damaged: the file");
  }

  @Test
  void whatIsWrongIsOneLineAndNoFile() throws IOException {
    Path gif = folder.resolve("out.gif");
    assertFails(animate(folder.resolve("out.mp3"), "--preset", "laugh"), 8, ".gif, .png, .apng");
    assertFails(animate(gif, "--preset", "nobody-knows"), 2, "there is no preset 'nobody-knows'");
    assertFails(animate(gif, "--preset", "laugh", "--rate", "99"), 2, "--rate is from 1 to 50");
    assertFails(animate(gif, "--recording", folder.resolve("none.csv")), 3, "no such file");
    Path text = Files.writeString(folder.resolve("bad.csv"), "hello");
    assertFails(animate(gif, "--recording", text), 4, "is no recording");
    assertFails(
        animate(folder.resolve("no").resolve("x.gif"), "--preset", "laugh"), 8, "does not exist");
    assertFails(animate(gif, "--preset", "laugh", "--format", "line"), 2, "--out must end in .png");
    assertFails(
        animate(gif, "--preset", "laugh", "--format", "whatsapp"), 2, "--out must end in .webp");
    assertThat(gif).doesNotExist();
  }

  private static void assertFails(Cli cli, int code, String message) {
    assertThat(cli.code()).as(cli.err()).isEqualTo(code);
    assertThat(cli.errorLines()).hasSize(1);
    assertThat(cli.err()).contains(message);
  }
}
