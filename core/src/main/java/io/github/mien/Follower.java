package io.github.mien;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Easing;
import io.github.mien.expression.Expression;
import io.github.mien.expression.ExpressionCurve;
import io.github.mien.expression.HeadPose;
import io.github.mien.expression.KeyFrame;
import io.github.mien.expression.OneEuroFilter;
import io.github.mien.face.Face;
import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a face does in one frame after another; no picture is kept. */
final class Follower {
  /** Of the coefficients; the points that they are read from are smoothed before. */
  private static final double MIN_CUTOFF = 1.5;

  private static final double BETA = 10;

  /** At rest a face shows of each coefficient what it shows least, but for readings that err. */
  private static final double REST_QUANTILE = 0.1;

  private final Stages stages;
  private final OneEuroFilter filter = new OneEuroFilter(Blendshape.COUNT, MIN_CUTOFF, BETA);
  private final List<Double> times = new ArrayList<>();
  private final List<float[]> shown = new ArrayList<>();
  private final FollowedFace followed = new FollowedFace();

  Follower(Stages stages) {
    this.stages = stages;
  }

  ExpressionCurve follow(Animation moving) throws IOException {
    @Nullable UnusableFaceException unusable = null;
    long millis = 0;
    try (FrameSource frames = moving.open()) {
      for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
        try {
          double seconds = millis / 1000.0;
          add(seconds, read(seconds, frame.image()));
        } catch (UnusableFaceException e) {
          // A head turned away for a moment: the frames around it bridge the gap.
          followed.lose();
          unusable = e;
        }
        millis += frame.millis();
      }
    }
    if (shown.isEmpty() && unusable != null) {
      throw unusable;
    }
    if (shown.isEmpty()) {
      throw new IOException("the animation has no frame");
    }
    return curve(millis / 1000.0);
  }

  private Expression read(double seconds, Image picture) {
    List<Face> faces = new ArrayList<>(stages.aligner().align(picture));
    if (faces.isEmpty()) {
      throw new NoFaceException(Role.SOURCE);
    }
    followed.putFirst(faces);
    boolean known = followed.goesOn(picture, faces.get(0));
    List<Face> steady = new ArrayList<>(faces);
    steady.set(0, followed.steady(seconds, faces.get(0)));
    Expression shown =
        stages.analyse(Role.SOURCE, picture, steady, new Stopwatch()).face().expression();
    if (!known) {
      stages.use().requireConsent(Role.SOURCE, picture, faces);
    }
    return shown;
  }

  private void add(double seconds, Expression expression) {
    float[] coefficients = expression.toArray();
    filter.smooth(seconds, coefficients);
    times.add(seconds);
    shown.add(coefficients);
  }

  private ExpressionCurve curve(double end) {
    float[] rest = rest();
    List<KeyFrame> keys = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      float[] above = shown.get(i);
      for (int c = 0; c < above.length; c++) {
        above[c] = Math.max(0, above[c] - rest[c]);
      }
      Expression expression = Expression.of(above, HeadPose.FRONTAL);
      keys.add(new KeyFrame(times.get(i), expression, Easing.LINEAR));
    }
    keys.add(new KeyFrame(end, keys.get(keys.size() - 1).expression(), Easing.LINEAR));
    return ExpressionCurve.through(keys);
  }

  private float[] rest() {
    float[] rest = new float[Blendshape.COUNT];
    float[] course = new float[shown.size()];
    for (int c = 0; c < rest.length; c++) {
      for (int i = 0; i < course.length; i++) {
        course[i] = shown.get(i)[c];
      }
      Arrays.sort(course);
      rest[c] = course[(int) (REST_QUANTILE * (course.length - 1))];
    }
    return rest;
  }
}
