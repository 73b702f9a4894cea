package io.github.mien.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionRecordingTest {
  private static final Offset<Float> CLOSE = Offset.offset(1e-4f);

  @TempDir Path folder;

  @Test
  void liveLinkFaceIsReadByTheNamesOfItsColumns() throws IOException {
    ExpressionCurve curve =
        read(
            """
            Timecode,BlendshapeCount,EyeBlinkLeft,JawOpen,HeadYaw
            00:15:42:59.500,61,0.1,0.0,0.3
            00:15:43:29.500,61,0.3,0.5,0.3
            00:15:43:59.500,61,0.5,1.0,0.3
            """);

    assertThat(curve.seconds()).isEqualTo(1, Offset.offset(1e-9));
    assertThat(curve.at(0).get(Blendshape.EYE_BLINK_LEFT)).isEqualTo(0.1f, CLOSE);
    assertThat(curve.at(0.25).get(Blendshape.JAW_OPEN)).isEqualTo(0.25f, CLOSE);
    assertThat(curve.at(1).get(Blendshape.JAW_OPEN)).isEqualTo(1f, CLOSE);
    assertThat(curve.at(1).pose()).isEqualTo(HeadPose.FRONTAL);
  }

  @Test
  void jsonHasARateAndFrames() throws IOException {
    ExpressionCurve curve =
        read("{\"framesPerSecond\": 10, \"frames\": [{}, {\"jawOpen\": 0.4}, {\"jawOpen\": 0.2}]}");

    assertThat(curve.seconds()).isEqualTo(0.2, Offset.offset(1e-9));
    assertThat(curve.at(0.05).get(Blendshape.JAW_OPEN)).isEqualTo(0.2f, CLOSE);
    assertThat(curve.at(0.2).get(Blendshape.JAW_OPEN)).isEqualTo(0.2f, CLOSE);
  }

  @Test
  void smoothingKeepsLengthAndCourse() throws IOException {
    ExpressionCurve raw =
        ExpressionCurve.swell(Expression.NEUTRAL.with(Blendshape.JAW_OPEN, 0.9), 1.5);

    ExpressionCurve smooth = ExpressionRecording.smoothed(raw, 60);

    assertThat(smooth.seconds()).isEqualTo(1.5, Offset.offset(1e-9));
    for (double t = 0; t < 1.5; t += 0.05) {
      assertThat(smooth.at(t).get(Blendshape.JAW_OPEN))
          .isEqualTo(raw.at(t).get(Blendshape.JAW_OPEN), Offset.offset(0.12f));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | a CSV begins with a row of names",
        "Timecode,JawOpen\\n12,0.5 | line 2: '12' is no timecode such as 00:15:42:23.378",
        "Timecode,JawOpen\\n00:00:00:01,x | line 2: 'x' is no number",
        "Timecode,Colour\\n00:00:00:01,1 | no column has the name of a coefficient",
        "Timecode,JawOpen\\n00:00:00:250,1 | a second has no frame 250",
        "{\"frames\": []} | a JSON has framesPerSecond",
        "{\"framesPerSecond\": 30, \"frames\": [{\"jaw\": 1}]} | jaw",
        "{\"framesPerSecond\": 30, \"frames\": [7]} | each frame is an object",
      })
  void whatIsWrongIsSaidInOneLineWithTheFile(String text, String fault) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOf(PresetException.class)
        .hasMessageStartingWith(folder.resolve("recording") + ": is no recording: ")
        .hasMessageContaining(fault)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  private ExpressionCurve read(String text) throws IOException {
    return ExpressionRecording.read(Files.writeString(folder.resolve("recording"), text));
  }
}
