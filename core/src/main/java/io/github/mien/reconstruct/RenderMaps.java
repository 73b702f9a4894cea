package io.github.mien.reconstruct;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import java.util.Arrays;

/**
 * What {@link FaceRenderer}'s network is told of a face that has moved, drawn from its mesh into a
 * square crop. Immutable.
 */
public final class RenderMaps {
  /** Planes that the network is given. */
  public static final int COUNT = 6;

  /** Moves are given in sides of the crop over this. */
  private static final float MOVE_SCALE = 16;

  private final int side;
  private final float[] placeX;
  private final float[] placeY;
  private final float[] moveX;
  private final float[] moveY;
  private final float[] mouth;
  private final float[] eyes;
  private final float[] face;
  private final double gap;

  private RenderMaps(int side, double gap) {
    this.side = side;
    this.gap = gap;
    placeX = new float[side * side];
    placeY = new float[side * side];
    moveX = new float[side * side];
    moveY = new float[side * side];
    mouth = new float[side * side];
    eyes = new float[side * side];
    face = new float[side * side];
  }

  /**
   * Draws the maps of a move.
   *
   * @param from the points before
   * @param to the same after
   * @param crop around the latter
   * @param side pixels on a side of each plane
   */
  public static RenderMaps draw(Landmarks from, Landmarks to, FaceCrop crop, int side) {
    double gap = new Opening(to, Opening.LIPS).gap() / to.eyeDistance();
    RenderMaps maps = new RenderMaps(side, gap);
    maps.draw(crop.toFractions(from), crop.toFractions(to));
    return maps;
  }

  /** Pixels on a side of each plane. */
  public int side() {
    return side;
  }

  /**
   * Writes the planes that the network is given, row by row: x and y on the average face in eye
   * distances from between the outer corners of its eyes; how far each place has come, in
   * sixteenths of the crop's side, to the right and down; 1 between the lips; 1 between the lids.
   * Nought beyond the face.
   *
   * @param out overwritten from {@code offset} on with {@value #COUNT} planes
   * @param offset index of the first number
   */
  public void write(float[] out, int offset) {
    int at = offset;
    for (float[] plane : new float[][] {placeX, placeY, moveX, moveY, mouth, eyes}) {
      System.arraycopy(plane, 0, out, at, plane.length);
      at += plane.length;
    }
  }

  /** Where a place lies on the average face, across, in eye distances. */
  float x(int place) {
    return placeX[place];
  }

  /** The same, down. */
  float y(int place) {
    return placeY[place];
  }

  /** 1 within the outline of the face, 0 beyond; a fresh array. */
  public float[] face() {
    return face.clone();
  }

  /** 1 between the lips, 0 elsewhere; a fresh array. */
  public float[] mouth() {
    return mouth.clone();
  }

  /** How wide the lips are apart, in eye distances. */
  double gap() {
    return gap;
  }

  /** How far each place has come, in sides of the crop; a fresh array. */
  public float[] moves() {
    float[] moves = new float[moveX.length];
    for (int i = 0; i < moves.length; i++) {
      moves[i] = (float) Math.sqrt(moveX[i] * moveX[i] + moveY[i] * moveY[i]) / MOVE_SCALE;
    }
    return moves;
  }

  private void draw(Landmarks from, Landmarks to) {
    float[] shiftX = new float[Landmarks.COUNT];
    float[] shiftY = new float[Landmarks.COUNT];
    for (int i = 0; i < Landmarks.COUNT; i++) {
      shiftX[i] = MOVE_SCALE * (to.x(i) - from.x(i));
      shiftY[i] = MOVE_SCALE * (to.y(i) - from.y(i));
    }
    float[] ones = new float[Landmarks.COUNT];
    Arrays.fill(ones, 1);
    Arrays.fill(placeX, Float.NaN);
    int[] skin = WarpMesh.farthestFirst(to);
    for (int[] part : new int[][] {skin, WarpMesh.MOUTH, WarpMesh.EYES}) {
      draw(part, to, AverageFace.X, AverageFace.Y, placeX, placeY);
      draw(part, to, shiftX, shiftY, moveX, moveY);
    }
    draw(WarpMesh.MOUTH, to, ones, ones, mouth, mouth);
    draw(WarpMesh.EYES, to, ones, ones, eyes, eyes);
    markFace();
  }

  /** The face is wherever a place was drawn. */
  private void markFace() {
    for (int i = 0; i < face.length; i++) {
      if (Float.isNaN(placeX[i])) {
        placeX[i] = 0;
      } else {
        face[i] = 1;
      }
    }
  }

  /** Draws two numbers that each point has, linear between them. */
  private void draw(
      int[] triangles, Landmarks at, float[] u, float[] v, float[] outU, float[] outV) {
    for (int i = 0; i < triangles.length; i += 3) {
      int a = triangles[i], b = triangles[i + 1], c = triangles[i + 2];
      TriangleSpans.draw(
          pixel(at.x(a)),
          pixel(at.y(a)),
          u[a],
          v[a],
          pixel(at.x(b)),
          pixel(at.y(b)),
          u[b],
          v[b],
          pixel(at.x(c)),
          pixel(at.y(c)),
          u[c],
          v[c],
          outU,
          outV,
          side,
          side);
    }
  }

  private double pixel(float fraction) {
    return side * (fraction + 0.5) - 0.5;
  }
}
