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

/** All pairs through one choice of methods. */
final class PairRun {
  /** Pairs that are timed, and how often each. */
  private static final int TIMED = 30;

  private static final int ROUNDS = 5;

  private final List<TransferPair> pairs;
  private final Mien mien;
  private final JudgedPhotos photos;
  private final boolean restKnown;
  private final Map<String, Source> sources = new HashMap<>();
  private final Map<String, Target> targets = new HashMap<>();

  /**
   * @param restKnown whether the transfer sees the source's person at rest
   */
  PairRun(List<TransferPair> pairs, Mien mien, JudgedPhotos photos, boolean restKnown) {
    this.pairs = pairs;
    this.mien = mien;
    this.photos = photos;
    this.restKnown = restKnown;
  }

  /**
   * What an expression takes on a target that was analysed before: medians over pairs, the best of
   * some rounds each.
   *
   * @param plan milliseconds of deciding where points go
   * @param expression milliseconds of plan and pixels
   */
  record Times(double plan, double expression) {}

  Times times() throws IOException {
    List<Double> plans = new ArrayList<>();
    List<Double> expressions = new ArrayList<>();
    for (TransferPair pair : pairs.subList(0, Math.min(TIMED, pairs.size()))) {
      double plan = Double.MAX_VALUE;
      double expression = Double.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        Result result = show(pair);
        double planned = millis(result, Stage.TRANSFER);
        plan = Math.min(plan, planned);
        expression = Math.min(expression, planned + millis(result, Stage.RECONSTRUCT));
      }
      plans.add(plan);
      expressions.add(expression);
    }
    return new Times(median(plans), median(expressions));
  }

  TransferScore score() throws IOException {
    TransferScore score = new TransferScore();
    for (TransferPair pair : pairs) {
      float[] wanted =
          TransferScore.wanted(
              photos.reading(pair.source()).coefficients(),
              photos.reading(pair.sourceNeutral()).coefficients(),
              photos.reading(pair.targetNeutral()).coefficients());
      score.add(
          pair.kind(), wanted, photos.reading(pair.target()), photos.judge(show(pair).image()));
    }
    return score;
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
