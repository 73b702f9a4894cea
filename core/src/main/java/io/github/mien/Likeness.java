package io.github.mien;

import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.HeadPose;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.ExpressionPrior;
import io.github.mien.morphable.FaceBasis;
import io.github.mien.morphable.IdentityMetric;
import io.github.mien.morphable.LeastSquaresFitter;
import io.github.mien.morphable.MorphableFit;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How alike the faces of two photos are: in identity, counted in what two photos of one person
 * differ by, and in how the heads are turned. Few need it, so its models are loaded when it is
 * first asked. Thread-safe.
 */
final class Likeness {
  /** Degrees of turn that weigh as much as what two photos of one person differ by. */
  private static final double POSE_UNIT = 20;

  /** What tells two faces apart. */
  private record Models(LeastSquaresFitter fitter, IdentityMetric metric) {}

  private final ModelStore store;
  private @Nullable Models models;

  Likeness(ModelStore store) {
    this.store = store;
  }

  /** The place of a source for each target, as far as there are enough sources. */
  Map<Integer, Integer> match(List<EncodedFace> targets, List<EncodedFace> sources) {
    Models loaded = models();
    List<MorphableFit> rows = fits(targets, loaded);
    List<MorphableFit> columns = fits(sources, loaded);
    double[][] costs = new double[rows.size()][columns.size()];
    for (int i = 0; i < costs.length; i++) {
      for (int j = 0; j < columns.size(); j++) {
        costs[i][j] = difference(rows.get(i), columns.get(j), loaded.metric());
      }
    }
    return Assignment.cheapest(costs);
  }

  private static List<MorphableFit> fits(List<EncodedFace> faces, Models models) {
    return faces.stream().map(face -> models.fitter().fit(face.face().landmarks())).toList();
  }

  private static double difference(MorphableFit a, MorphableFit b, IdentityMetric metric) {
    HeadPose p = a.frame().pose();
    HeadPose q = b.frame().pose();
    // A leaning head is as good a source as an upright one.
    double turn = Math.hypot(p.yaw() - q.yaw(), p.pitch() - q.pitch());
    return metric.distance(a.identity(), b.identity()) + turn / POSE_UNIT;
  }

  private synchronized Models models() {
    if (models == null) {
      try {
        models =
            new Models(
                new LeastSquaresFitter(
                    FaceBasis.of(MorphableModel.load(store), ExpressionPrior.load(store))),
                IdentityMetric.load(store));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return models;
  }
}
