package io.github.mien.training.methods;

import io.github.mien.encode.EncoderMethod;
import io.github.mien.expression.Region;
import io.github.mien.training.heads.Comparison;
import io.github.mien.transfer.TransferMethod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What was measured, as Markdown. Not thread-safe. */
final class MethodsReport {
  private static final String INTRODUCTION =
      """
      # Methods

      Every way that Mien has to read an expression and to move it, on the same photos. Made by

      ```sh
      ./mvnw -q -DskipTests -pl training -am package
      java -jar training/target/mien-training.jar methods-report --data DATA --reference face_landmarker.task --out benchmarks/METHODS.md
      ```

      on %s. `DATA` holds `portraits`,
      which [the card of the landmarker](../docs/models/landmarker.md) describes; no photo here was seen in training. The judge is the
      MediaPipe face landmarker, which also made the labels.

      """;

  private static final String ENCODERS =
      """
      ## Encoders

      Error and r: mean absolute error and correlation with the labels of the %d photos of `validation.txt`, over the coefficients that
      vary there (standard deviation of at least 0.01). ms: time of a face on one thread, its landmarks being known; median over the photos,
      the best of five rounds each.
      Closed: share of the way to the wanted expression that a transfer by `blendshape` goes with this encoder on the %d pairs of
      photos of `validation-pairs.csv`; and where a photo shows the source's person at rest. Without one, resting faces are estimated,
      by an estimator that was trained for `landmarks`.

      | %s closed | rest known |
      |---|---|---|---|---|---|---|
      """;

  private static final String TRANSFERS =
      """

      ## Transfers

      With the encoder `landmarks`, on the same pairs. Improved: share of pairs that came nearer to the wanted expression. Plan: deciding
      where the points go; expression: plan and pixels, for a target of up to 640 x 640 pixels that was analysed before; on one thread,
      medians over 30 pairs, the best of five rounds each.

      | transfer | closed | rest known | improved | rest known | ms a plan | ms an expression |
      |---|---|---|---|---|---|---|
      """;

  private static final String SCORES =
      """

      ## All scores

      The wanted coefficients are those of the target's person at rest plus what the source shows beyond its own rest. Closed is 1 less
      the sum of the distances of the results to them over the sum of the distances of the targets: 0 is nothing transferred, 1 exactly
      what was wanted; gaze is left out. Mouth (with jaw), eyes and brows: over the coefficients of that part. Cross: pairs of two
      people; own: source and target are one person; undo: the source is a resting photo. Drift: mean shift of ten points that no
      expression moves, in percent of the distance between the outer eye corners. Lost: results in which the judge sees no face.

      | encoder | transfer | rest | closed | mouth | eyes | brows | improved | cross | own | undo | drift | lost |
      |---|---|---|---|---|---|---|---|---|---|---|---|---|
      """;

  private final String machine;
  private final int photos;
  private final int pairs;
  private final List<Comparison.Row> encoders;
  private final Map<Choice, Outcomes> outcomes = new LinkedHashMap<>();

  private record Outcomes(PairRun.Times times, TransferScore estimated, TransferScore known) {}

  /**
   * @param machine on which it was measured
   * @param photos that the encoders read
   * @param pairs that the transfers were shown
   * @param encoders a row for each method
   */
  MethodsReport(String machine, int photos, int pairs, List<Comparison.Row> encoders) {
    this.machine = machine;
    this.photos = photos;
    this.pairs = pairs;
    this.encoders = encoders;
  }

  /**
   * @param estimated without a photo of the source's person at rest
   * @param known with one
   */
  void add(Choice choice, PairRun.Times times, TransferScore estimated, TransferScore known) {
    outcomes.put(choice, new Outcomes(times, estimated, known));
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(INTRODUCTION.formatted(machine));
    text.append(ENCODERS.formatted(photos, pairs, Comparison.HEADER));
    for (EncoderMethod method : EncoderMethod.values()) {
      text.append("| ").append(encoders.get(method.ordinal()).cells());
      text.append(closed(of(Choice.of(method)))).append('\n');
    }
    text.append(TRANSFERS);
    for (TransferMethod method : TransferMethod.values()) {
      text.append(row(method, of(Choice.of(method))));
    }
    text.append(SCORES);
    outcomes.forEach((choice, both) ->
        text.append(scores(choice, "estimated", both.estimated()))
            .append(scores(choice, "known", both.known())));
    return text.toString();
  }

  private Outcomes of(Choice choice) {
    return Objects.requireNonNull(outcomes.get(choice));
  }

  private static String closed(Outcomes both) {
    return format(" %.3f | %.3f |", both.estimated.closed(), both.known.closed());
  }

  private static String row(TransferMethod method, Outcomes both) {
    return format(
        "| %s |%s %.3f | %.3f | %.2f | %.1f |%n",
        method.label(),
        closed(both),
        both.estimated.improved(),
        both.known.improved(),
        both.times.plan(),
        both.times.expression());
  }

  private static String scores(Choice choice, String rest, TransferScore score) {
    return format(
        "| %s | %s | %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.2f %% | %d |%n",
        choice.encoder().label(),
        choice.transfer().label(),
        rest,
        score.closed(),
        score.closed(Region.MOUTH, Region.JAW),
        score.closed(Region.EYES),
        score.closed(Region.BROWS),
        score.improved(),
        score.closed(TransferPair.Kind.CROSS),
        score.closed(TransferPair.Kind.OWN),
        score.closed(TransferPair.Kind.UNDO),
        score.drift(),
        score.lost());
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
