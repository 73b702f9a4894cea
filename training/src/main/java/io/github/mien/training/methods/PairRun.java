package io.github.mien.training.methods;

import io.github.mien.Mien;
import io.github.mien.Result;
import io.github.mien.Source;
import io.github.mien.Stage;
import io.github.mien.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All pairs through one choice of methods, scored and timed. */
final class PairRun {
  /** Pairs that are shown first without being timed, for the compiler's sake. */
  private static final int WARM_UP = 30;

  private final Mien mien;
  private final JudgedPhotos photos;
  private final boolean restKnown;
  private final Map<String, Source> sources = new HashMap<>();
  private final Map<String, Target> targets = new HashMap<>();
  private final TransferScore score = new TransferScore();
  private final List<Double> plans = new ArrayList<>();
  private final List<Double> expressions = new ArrayList<>();

  private PairRun(Mien mien, JudgedPhotos photos, boolean restKnown) {
    this.mien = mien;
    this.photos = photos;
    this.restKnown = restKnown;
  }

  /**
   * What came out.
   *
   * @param planMillis median time of a plan
   * @param expressionMillis median time of a further expression, plan and pixels
   */
  record Outcome(TransferScore score, double planMillis, double expressionMillis) {}

  /**
   * @param restKnown whether the transfer sees the source's person at rest
   */
  static Outcome of(List<TransferPair> pairs, Mien mien, JudgedPhotos photos, boolean restKnown)
      throws IOException {
    PairRun run = new PairRun(mien, photos, restKnown);
    for (TransferPair pair : pairs.subList(0, Math.min(WARM_UP, pairs.size()))) {
      run.show(pair);
    }
    for (TransferPair pair : pairs) {
      run.add(pair);
    }
    return new Outcome(run.score, median(run.plans), median(run.expressions));
  }

  private void add(TransferPair pair) throws IOException {
    Result result = show(pair);
    double plan = millis(result, Stage.TRANSFER);
    plans.add(plan);
    expressions.add(plan + millis(result, Stage.RECONSTRUCT));
    float[] wanted =
        TransferScore.wanted(
            photos.reading(pair.source()).coefficients(),
            photos.reading(pair.sourceNeutral()).coefficients(),
            photos.reading(pair.targetNeutral()).coefficients());
    score.add(pair.kind(), wanted, photos.reading(pair.target()), photos.judge(result.image()));
  }

  private Result show(TransferPair pair) throws IOException {
    return target(pair.target()).show(source(pair));
  }

  private Source source(TransferPair pair) throws IOException {
    Source source = sources.get(pair.source());
    if (source == null) {
      source =
          restKnown
              ? mien.source(photos.image(pair.source()), photos.image(pair.sourceNeutral()))
              : mien.source(photos.image(pair.source()));
      sources.put(pair.source(), source);
    }
    return source;
  }

  private Target target(String name) throws IOException {
    Target target = targets.get(name);
    if (target == null) {
      target = mien.target(photos.image(name));
      targets.put(name, target);
    }
    return target;
  }

  private static double millis(Result result, Stage stage) {
    return result.times().getOrDefault(stage, Duration.ZERO).toNanos() / 1e6;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
