package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.image.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferCommandTest {
  @TempDir Path folder;
  private Path smile;
  private Path portrait;
  private Path out;

  @BeforeEach
  void photos() throws IOException {
    smile = Cli.save(SampleFace.WOMAN_SMILING, folder);
    portrait = Cli.save(SampleFace.OLDER_MAN, folder);
    out = folder.resolve("out.png");
  }

  @Test
  void theFaceChangesAndPixelsAwayFromItDoNot() throws IOException {
    Cli cli = Cli.run("transfer", "--source", smile, "--target", portrait, "--out", out);

    assertThat(cli).isEqualTo(new Cli(0, "", ""));
    Image before = Images.read(portrait);
    Image after = Images.read(out);
    int size = before.width();
    Rect left = new Rect(0, 0, size / 20, size);
    Rect right = new Rect(size - size / 20, 0, size / 20, size);
    Rect top = new Rect(0, 0, size, size / 20);
    assertThat(differing(before, after, before.bounds())).isGreaterThan(size * size / 50);
    assertThat(List.of(left, right, top))
        .allSatisfy(area -> assertThat(differing(before, after, area)).isZero());
  }

  /** How many pixels of an area differ. */
  private static int differing(Image a, Image b, Rect area) {
    int count = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++) {
        if (a.sample(x, y, 0) != b.sample(x, y, 0)
            || a.sample(x, y, 1) != b.sample(x, y, 1)
            || a.sample(x, y, 2) != b.sample(x, y, 2)) {
          count++;
        }
      }
    }
    return count;
  }

  @Test
  void atStrengthZeroTheTargetStaysAsItIs() throws IOException {
    Cli.run("transfer", "--source", smile, "--target", portrait, "--out", out, "--strength", "0");

    Image before = Images.read(portrait);
    assertThat(differing(before, Images.read(out), before.bounds())).isZero();
  }

  @Test
  void theReportHoldsBothFacesAndTheTimes() throws IOException {
    Path json = folder.resolve("out.json");
    Cli.run(
        "transfer",
        "--source",
        smile,
        "--target",
        portrait,
        "--out",
        out,
        "--source-neutral",
        portrait,
        "--regions",
        "mouth,eyes",
        "--json",
        json);

    String report = Files.readString(json);
    assertThat(report)
        .contains("\"backend\" : \"onnxruntime\"", "\"landmarker\"", "\"detector\"")
        .contains("\"expression\"", "\"rest\"")
        .contains("\"regions\" : [ \"mouth\", \"eyes\" ]")
        .contains("\"jawOpen\"", "\"yaw\"", "\"align_source\"", "\"reconstruct\"", "\"write\"");
    assertThat(countTriples(json)).isEqualTo(3 * 478);
  }

  /** Arrays of three numbers: landmarks of source, target and result. */
  private static int countTriples(Path json) throws IOException {
    int triples = 0;
    int run = 0;
    try (JsonParser parser = new JsonFactory().createParser(json.toFile())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          run = 0;
        } else if (token == JsonToken.END_ARRAY) {
          triples += run == 3 ? 1 : 0;
          run = 0;
        } else {
          run = token.isNumeric() ? run + 1 : 0;
        }
      }
    }
    return triples;
  }

  @Test
  void nothingButTheOutputsIsLeftBehind() throws IOException {
    Cli.run("transfer", "--source", smile, "--target", portrait, "--out", out);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(smile, portrait, out);
    }
  }
}
