package io.github.mien.cli;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.face.Box;
import io.github.mien.face.Face;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Draws faces on a copy of their picture. */
final class Annotation {
  private static final int BOX = 0xffd23f;
  private static final int POINT = 0x3fe0ff;
  private static final int IRIS = 0xff5fa2;
  private static final int IBUG = 0x7fff5f;
  private static final int STRONGEST = 6;

  private final Canvas canvas;

  private Annotation(Canvas canvas) {
    this.canvas = canvas;
  }

  /**
   * @param ibug x, y of the 68 points of each face; may be empty
   */
  static Image of(
      Image photo, List<Face> faces, List<Expression> expressions, List<double[]> ibug) {
    Annotation annotation = new Annotation(new Canvas(photo.copy(), Lettering.load()));
    for (int i = 0; i < faces.size(); i++) {
      annotation.box(faces.get(i).detection().box());
      annotation.points(faces.get(i).landmarks());
      annotation.coefficients(faces.get(i).landmarks().bounds(), expressions.get(i));
    }
    for (int i = 0; i < ibug.size(); i++) {
      annotation.ibug(ibug.get(i), faces.get(i).landmarks());
    }
    return annotation.canvas.image();
  }

  private void box(Box box) {
    int thickness = (int) Math.max(1, Math.round(box.width() / 150));
    canvas.frame(
        new Rect(
            (int) Math.round(box.x0()),
            (int) Math.round(box.y0()),
            (int) Math.round(box.width()),
            (int) Math.round(box.height())),
        thickness,
        BOX);
  }

  private void points(Landmarks landmarks) {
    double radius = Math.max(0.6, landmarks.eyeDistance() / 100);
    for (int i = 0; i < Landmarks.COUNT; i++) {
      canvas.dot(landmarks.x(i), landmarks.y(i), radius, i >= FaceMesh.FIRST_IRIS ? IRIS : POINT);
    }
  }

  private void ibug(double[] points, Landmarks landmarks) {
    double radius = Math.max(0.9, landmarks.eyeDistance() / 60);
    for (int i = 0; i < points.length; i += 2) {
      canvas.dot(points[i], points[i + 1], radius, IBUG);
    }
  }

  private void coefficients(Box face, Expression expression) {
    int height = (int) Math.max(11, Math.round(face.width() / 20));
    int width = 12 * height;
    int rows = STRONGEST * (height + 2);
    int x = beside(face, width);
    int y = (int) clamp(face.y1() - rows, canvas.image().height() - rows);
    canvas.fill(new Rect(x, y, width, rows + 4), 0x101418, 0.6);
    for (Blendshape shape : strongest(expression)) {
      float value = expression.get(shape);
      canvas.fill(new Rect(x, y + 2, Math.round(value * width), height), 0x2f7fd0, 0.8);
      canvas.text(
          String.format(Locale.ROOT, "%s %.2f", shape.arkitName(), value),
          x + 4,
          y + 2,
          height,
          0xffffff);
      y += height + 2;
    }
  }

  private int beside(Box face, int width) {
    double right = face.x1() + face.width() * 0.05;
    boolean fits = right + width <= canvas.image().width();
    return (int)
        clamp(
            fits ? right : face.x0() - face.width() * 0.05 - width, canvas.image().width() - width);
  }

  private static double clamp(double value, double highest) {
    return Math.max(0, Math.min(value, highest));
  }

  private static List<Blendshape> strongest(Expression expression) {
    List<Blendshape> shapes = new ArrayList<>(List.of(Blendshape.values()));
    shapes.sort(Comparator.comparingDouble((Blendshape shape) -> -expression.get(shape)));
    return shapes.subList(0, STRONGEST);
  }
}
