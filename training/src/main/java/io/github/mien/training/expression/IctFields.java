package io.github.mien.training.expression;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.FaceMesh;
import io.github.mien.model.NumpyArchive;
import io.github.mien.morphable.HeadFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The expressions of ICT-FaceKit as fields on the mean shape. Its head is brought onto the mean by
 * a similarity and a spline on the iBUG 68; each point takes the displacement of the vertices
 * nearest to it. Its eyeballs do not turn; the irises get what a turning eye shows.
 */
final class IctFields {
  /** Vertices of face, head and neck; what follows is inside. */
  private static final int SKIN = 11_248;

  private static final int NEIGHBOURS = 6;
  private static final double SOFTNESS = 0.005;

  /** Depths of both meshes agree less than what a picture shows. */
  private static final double DEPTH_WEIGHT = 0.5;

  private static final int FIRST_INNER = 17;
  private static final float IRIS_SHIFT = 0.055f;
  private static final int IRIS_POINTS = 5;

  private IctFields() {}

  /**
   * @param file {@code ict-facekit.npz}
   * @param mean shape in the canonical frame
   * @param mirror which point is which in the mirror
   * @return one field for each {@link Blendshape}, mirror-symmetric; that of tongueOut is zero
   */
  static float[][] read(Path file, float[] mean, int[] mirror) throws IOException {
    NumpyArchive archive = new NumpyArchive(file);
    float[] neutral = archive.floats("neutral");
    float[] expression = archive.floats("expression");
    List<String> names = Arrays.asList(archive.strings("expression_names"));
    float[] marks = archive.floats("landmarks68");

    float[] head = Arrays.copyOf(neutral, 3 * SKIN);
    flip(head);
    int[] ibug = FaceMesh.ibug68();
    float[] from = new float[3 * ibug.length];
    float[] to = new float[3 * ibug.length];
    float[] weights = new float[ibug.length];
    Arrays.fill(weights, FIRST_INNER, weights.length, 1);
    for (int i = 0; i < ibug.length; i++) {
      System.arraycopy(head, 3 * (int) marks[i], from, 3 * i, 3);
      System.arraycopy(mean, 3 * ibug[i], to, 3 * i, 3);
    }
    HeadFrame similar = HeadFrame.between(from, to, weights);
    float[] placed = similar.toPicture(head);
    RadialSpline spline = new RadialSpline(rows(similar.toPicture(from)), rows(to));
    double[][] vertices = Arrays.stream(rows(placed)).map(spline::map).toArray(double[][]::new);

    List<int[]> near = new ArrayList<>();
    for (int p = 0; p < FaceMesh.FIRST_IRIS; p++) {
      near.add(nearest(vertices, mean, p));
    }
    float[][] fields = new float[Blendshape.COUNT][Shapes.SIZE];
    for (Blendshape shape : Blendshape.values()) {
      for (String name : ictNames(shape, names)) {
        int start = names.indexOf(name) * neutral.length;
        float[] moves = Arrays.copyOfRange(expression, start, start + 3 * SKIN);
        flip(moves);
        moves = similar.turn(moves);
        for (int p = 0; p < near.size(); p++) {
          blend(vertices, moves, near.get(p), mean, p, fields[shape.ordinal()]);
        }
      }
    }
    turnEyes(fields);
    return symmetric(fields, mirror);
  }

  /** About 25 degrees of an eyeball of 12 mm, seen from the front. */
  private static void turnEyes(float[][] fields) {
    moveIris(fields, Blendshape.EYE_LOOK_UP_LEFT, 0, -IRIS_SHIFT);
    moveIris(fields, Blendshape.EYE_LOOK_UP_RIGHT, 0, -IRIS_SHIFT);
    moveIris(fields, Blendshape.EYE_LOOK_DOWN_LEFT, 0, IRIS_SHIFT);
    moveIris(fields, Blendshape.EYE_LOOK_DOWN_RIGHT, 0, IRIS_SHIFT);
    moveIris(fields, Blendshape.EYE_LOOK_IN_LEFT, -IRIS_SHIFT, 0);
    moveIris(fields, Blendshape.EYE_LOOK_IN_RIGHT, IRIS_SHIFT, 0);
    moveIris(fields, Blendshape.EYE_LOOK_OUT_LEFT, IRIS_SHIFT, 0);
    moveIris(fields, Blendshape.EYE_LOOK_OUT_RIGHT, -IRIS_SHIFT, 0);
  }

  private static void moveIris(float[][] fields, Blendshape gaze, float x, float y) {
    boolean left = gaze.name().endsWith("LEFT");
    int first = left ? FaceMesh.LEFT_IRIS : FaceMesh.RIGHT_IRIS;
    for (int p = first; p < first + IRIS_POINTS; p++) {
      fields[gaze.ordinal()][3 * p] = x;
      fields[gaze.ordinal()][3 * p + 1] = y;
    }
  }

  /** ICT's y grows upwards and z towards the viewer. */
  private static void flip(float[] xyz) {
    for (int i = 0; i < xyz.length; i += 3) {
      xyz[i + 1] = -xyz[i + 1];
      xyz[i + 2] = -xyz[i + 2];
    }
  }

  private static double[][] rows(float[] xyz) {
    double[][] rows = new double[xyz.length / 3][3];
    for (int i = 0; i < xyz.length; i++) {
      rows[i / 3][i % 3] = xyz[i];
    }
    return rows;
  }

  private static List<String> ictNames(Blendshape shape, List<String> names) {
    String name = shape.arkitName();
    String sided = name.replaceAll("Left$", "_L").replaceAll("Right$", "_R");
    return java.util.stream.Stream.of(name, sided, name + "_L", name + "_R")
        .distinct()
        .filter(names::contains)
        .toList();
  }

  private static int[] nearest(double[][] vertices, float[] mean, int point) {
    return IntStream.range(0, vertices.length)
        .boxed()
        .sorted((a, b) ->
            Double.compare(distance(vertices[a], mean, point), distance(vertices[b], mean, point)))
        .limit(NEIGHBOURS)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double distance(double[] vertex, float[] mean, int point) {
    double x = vertex[0] - mean[3 * point];
    double y = vertex[1] - mean[3 * point + 1];
    double z = DEPTH_WEIGHT * (vertex[2] - mean[3 * point + 2]);
    return x * x + y * y + z * z;
  }

  private static void blend(
      double[][] vertices, float[] moves, int[] near, float[] mean, int point, float[] field) {
    double total = 0;
    double[] sum = new double[3];
    for (int vertex : near) {
      double weight = 1 / (distance(vertices[vertex], mean, point) + SOFTNESS * SOFTNESS);
      total += weight;
      for (int k = 0; k < 3; k++) {
        sum[k] += weight * moves[3 * vertex + k];
      }
    }
    for (int k = 0; k < 3; k++) {
      field[3 * point + k] += (float) (sum[k] / total);
    }
  }

  private static float[][] symmetric(float[][] fields, int[] mirror) {
    float[][] out = new float[fields.length][Shapes.SIZE];
    for (Blendshape shape : Blendshape.values()) {
      float[] image = Shapes.mirrored(fields[shape.mirrored().ordinal()], mirror);
      Shapes.add(out[shape.ordinal()], 0.5, fields[shape.ordinal()]);
      Shapes.add(out[shape.ordinal()], 0.5, image);
    }
    return out;
  }
}
