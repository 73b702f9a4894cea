package io.github.mien.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  private final Suppression suppression = new Suppression(0.4);

  @Test
  void overlappingDetectionsAreOneFaceBetweenThem() {
    List<Detection> faces = suppression.apply(List.of(at(2, 0, 10, 0.3f), at(0, 0, 10, 0.6f)));

    assertThat(faces).hasSize(1);
    assertThat(faces.get(0).score()).isEqualTo(0.6f);
    assertThat(faces.get(0).box().x0()).isCloseTo(2 / 3.0, within(1e-6));
    assertThat(faces.get(0).box().x1()).isCloseTo(10 + 2 / 3.0, within(1e-6));
    assertThat(faces.get(0).points()[0]).isCloseTo(2 / 3f, within(1e-6f));
  }

  @Test
  void facesSideBySideStayApart() {
    List<Detection> faces = suppression.apply(List.of(at(0, 0, 10, 0.6f), at(6, 0, 10, 0.9f)));

    assertThat(faces).extracting(d -> d.box().x0()).containsExactly(6.0, 0.0);
  }

  @Test
  void nothingStaysNothing() {
    assertThat(suppression.apply(List.of())).isEmpty();
  }

  @Property
  void whatComesOutDoesNotDependOnTheOrder(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
    List<Detection> candidates = random(seed, count);
    List<Detection> shuffled = new ArrayList<>(candidates);
    Collections.shuffle(shuffled, new Random(seed + 1));

    assertThat(boxes(suppression.apply(shuffled))).isEqualTo(boxes(suppression.apply(candidates)));
  }

  @Property
  void theSurestComeFirstAndNoneIsInvented(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
    List<Detection> candidates = random(seed, count);

    List<Float> scores = suppression.apply(candidates).stream().map(Detection::score).toList();

    assertThat(scores).isSortedAccordingTo(Collections.reverseOrder());
    assertThat(candidates.stream().map(Detection::score).toList()).containsAll(scores);
  }

  private static List<Box> boxes(List<Detection> detections) {
    return detections.stream().map(Detection::box).toList();
  }

  /** Scores differ, so that the order is defined. */
  private static List<Detection> random(long seed, int count) {
    Random random = new Random(seed);
    List<Detection> detections = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float score = 0.5f + (i + 1) / 100f;
      detections.add(at(random.nextInt(60), random.nextInt(60), 5 + random.nextInt(30), score));
    }
    return detections;
  }

  private static Detection at(double x, double y, double side, float score) {
    float[] points = new float[10];
    points[0] = (float) x;
    return new Detection(new Box(x, y, x + side, y + side), score, points);
  }
}
