package io.github.mien.benchmarks;

import io.github.mien.Mien;
import io.github.mien.face.Landmarks;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.Camera;
import io.github.mien.morphable.ExpressionPrior;
import io.github.mien.morphable.FaceBasis;
import io.github.mien.morphable.FitWorkspace;
import io.github.mien.morphable.LeastSquaresFitter;
import io.github.mien.morphable.MorphableFit;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A fit of identity, expression and pose to the points of a sample face, one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class MorphableBenchmark {
  /** Points fitted. */
  @Param({"478", "68"})
  public int points;

  /** How the face is seen. */
  @Param({"far", "near"})
  public String camera;

  private LeastSquaresFitter fitter;
  private FitWorkspace workspace;
  private Camera seenBy;
  private double[] xy;

  @Setup
  public void load() throws IOException {
    MorphableModel model = MorphableModel.load(ModelStore.embedded());
    ExpressionPrior prior = ExpressionPrior.load(ModelStore.embedded());
    fitter =
        new LeastSquaresFitter(
            points == 68 ? FaceBasis.ibug68(model, prior) : FaceBasis.of(model, prior));
    workspace = fitter.workspace();
    seenBy = camera.equals("near") ? Camera.Perspective.ofPhoto(640, 640, 65) : Camera.FAR;
    try (Mien mien = Mien.builder().build()) {
      Landmarks landmarks =
          mien.target(Portraits.square("woman-smiling.jpg", 640)).face().face().landmarks();
      xy = landmarks.xy(fitter.basis().points());
    }
  }

  @Benchmark
  public MorphableFit fit() {
    return fitter.fit(xy, seenBy, workspace);
  }
}
