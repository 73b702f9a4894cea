package io.github.mien.morphable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.expression.HeadPose;
import io.github.mien.model.ModelException;
import io.github.mien.testkit.SharedData;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherModelsTest {
  /** The program beside the file prints the numbers that are expected here. */
  private static final String BASEL = "basel-layout.h5";

  private static final int[] FIRST_68 = IntStream.range(0, 68).toArray();

  private static Path basel() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(OtherModelsTest.class.getResource(BASEL)).toURI());
  }

  @Test
  void baselModelIsReadAtItsLandmarksInTheCanonicalFrame() throws Exception {
    FaceBasis basis = BaselFaceModel.read(basel(), FIRST_68);

    double unit = Math.hypot(-35.608826 - 19.249914, 79.610374 + 34.873535);
    assertThat(basis.identity()).hasNumberOfRows(5);
    assertThat(basis.expression()).hasNumberOfRows(3);
    assertThat(basis.mean()[3 * 7])
        .isCloseTo((float) ((54.459675 - (19.249914 - 35.608826) / 2) / unit), within(1e-5f));
    assertThat(basis.mean()[3 * 7 + 1])
        .isCloseTo((float) (-(-45.50289 - (-34.873535 + 79.610374) / 2) / unit), within(1e-5f));
    assertThat(basis.mean()[3 * 7 + 2])
        .isCloseTo((float) (-(-31.328344 - (-59.055748 - 33.16172) / 2) / unit), within(1e-5f));
  }

  @Test
  void baselDirectionsAreStandardDeviations() throws Exception {
    FaceBasis basis = BaselFaceModel.read(basel(), FIRST_68);

    // The variances are 25, 16, 9, 4, 1 and 9, 4, 1.
    double unit = Math.hypot(-35.608826 - 19.249914, 79.610374 + 34.873535);
    assertThat(basis.identityDeviations()).containsOnly(1);
    assertThat(basis.identity()[1][3 * 7 + 1])
        .isCloseTo((float) (4 * 0.0485568 / unit), within(1e-6f));
    assertThat(basis.expression()[2][3 * 7]).isCloseTo((float) (-0.06220344 / unit), within(1e-6f));
    assertThat(basis.prior().least()).isEqualTo(-3);
  }

  @Test
  void whatIsNoBaselModelIsSaidSo(@TempDir Path folder) throws Exception {
    Path text = Files.writeString(folder.resolve("model.h5"), "no HDF5");

    assertThatThrownBy(() -> BaselFaceModel.read(text, FIRST_68))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("model.h5");
    assertThatThrownBy(() -> BaselFaceModel.read(folder.resolve("none.h5"), FIRST_68))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.h5");
    int[] tooMany = FIRST_68.clone();
    tooMany[3] = 53_148;
    assertThatThrownBy(() -> BaselFaceModel.read(basel(), tooMany))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("53148");
  }

  @Test
  void ictFaceKitIsFittedToItsOwnProjections() throws IOException {
    FaceBasis basis =
        IctFaceKit.read(SharedData.require("data/ict-facekit").resolve("ict-facekit.npz"));
    LeastSquaresFitter fitter = new LeastSquaresFitter(basis);
    float[] alpha = new float[basis.identity().length];
    alpha[0] = 1;
    alpha[3] = -0.7f;
    float[] beta = new float[basis.expression().length];
    HeadFrame frame = HeadFrame.of(new HeadPose(15, 5, 3), 150, 300, 300);
    float[] xyz = frame.toPicture(basis.shape(alpha, beta));
    double[] xy = new double[2 * 68];
    for (int p = 0; p < 68; p++) {
      xy[2 * p] = xyz[3 * p];
      xy[2 * p + 1] = xyz[3 * p + 1];
    }

    MorphableFit fit = fitter.fit(xy, Camera.FAR, fitter.workspace());

    // 136 numbers cannot tell 159 amounts, so the priors have a say in them.
    assertThat(fit.residual()).isLessThan(1);
    assertThat(fit.frame().pose().yaw()).isCloseTo(15, within(4.0));
    assertThat(fit.frame().pose().pitch()).isCloseTo(5, within(6.0));
    assertThat(fit.identity()[0]).isBetween(0.2f, 1.2f);
  }
}
