package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With networks that do nothing, styles are means and deviations of the colours themselves. */
class StyleCommandTest {
  @TempDir private Path folder;
  private Path photo;
  private Path like;
  private Path network;
  private Path out;

  @BeforeEach
  void save() throws IOException {
    photo = Cli.save(SampleFace.YOUNG_WOMAN, folder);
    network = IdentityNetwork.write(folder.resolve("same.onnx"));
    like = folder.resolve("red.png");
    Image red = Image.create(64, 64, 3);
    for (int i = 0; i < red.data().length; i++) {
      red.data()[i] = (byte) (i % 3 == 0 ? 180 + i % 40 : 40 + i % 20);
    }
    Images.write(red, like);
    out = folder.resolve("styled.png");
  }

  @Test
  void aPhotoTakesTheColoursOfAnotherPicture() throws IOException {
    assertThat(style()).isEqualTo(new Cli(0, "", ""));

    Image styled = Images.read(out);
    Image wanted = Images.read(like);
    for (int channel = 0; channel < 3; channel++) {
      assertThat(mean(styled, channel)).isCloseTo(mean(wanted, channel), within(1.5));
    }
    assertThat(styled.width()).isEqualTo(Images.read(photo).width());
  }

  @Test
  void withoutStrengthItStaysWhatItWas() throws IOException {
    assertThat(style("--strength", "0", "--tile", "64")).isEqualTo(new Cli(0, "", ""));

    assertThat(Images.read(out).data()).isEqualTo(Images.read(photo).data());
  }

  @Test
  void whatCannotBeDoneIsSaidInOneLine() throws IOException {
    assertFails(style("--strength", "2"), ExitCode.USAGE, "--strength is from 0 to 1");
    assertFails(style("--tile", "50"), ExitCode.USAGE, "--tile is a multiple of 16");
    Path broken = Files.write(folder.resolve("broken.onnx"), new byte[] {1, 2, 3});
    network = broken;
    assertFails(style(), ExitCode.NO_BACKEND, "broken.onnx");
    network = folder.resolve("none.onnx");
    assertFails(style(), ExitCode.UNREADABLE, "none.onnx");
    assertThat(out).doesNotExist();
  }

  private static void assertFails(Cli cli, ExitCode code, String words) {
    assertThat(cli.code()).as(cli.err()).isEqualTo(code.number());
    assertThat(cli.err()).contains(words);
  }

  private Cli style(String... more) {
    List<Object> args = new ArrayList<>(List.of("style", photo, "--like", like, "--out", out));
    args.addAll(List.of("--encoder", network, "--decoder", network));
    args.addAll(Arrays.asList(more));
    return Cli.run(args.toArray());
  }

  private static double mean(Image image, int channel) {
    double sum = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        sum += image.sample(x, y, channel);
      }
    }
    return sum / image.width() / image.height();
  }
}
