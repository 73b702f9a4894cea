package io.github.mien.reconstruct;

import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Bilinear;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.inference.InferenceSession;
import java.util.Arrays;

/**
 * Paints the face behind what is in front of it: within its outline by the renderer's network,
 * which sees through holes, beyond it with smooth colours. Thread-safe if session and kernels are;
 * it does not close the session.
 */
public final class FaceFill {
  private static final int SIDE = Occluder.SIDE;
  private static final int PLANE = SIDE * SIDE;

  /** From this share on a pixel may show something of the occluder. */
  private static final float TOUCHED = 0.1f;

  /** Pixels of the crop around the occluder that are painted as well. */
  private static final int MARGIN = 3;

  /**
   * Softness of the network's paint at the outline of the face, a standard deviation in pixels of
   * its maps.
   */
  private static final double OUTLINE = 2;

  private final RenderNetwork network;
  private final ImageKernels kernels;

  /**
   * @param network of Mien's model {@code fill}; not closed
   * @param kernels cut and blur
   */
  public FaceFill(InferenceSession network, ImageKernels kernels) {
    this.network = new RenderNetwork(network);
    this.kernels = kernels;
  }

  /**
   * Paints over what is in front.
   *
   * @param face points of the picture
   * @param occluder of the same face
   * @param picture written where the occluder is, alpha stays
   */
  public void paint(Landmarks face, Occluder occluder, Image picture) {
    Image cut = occluder.cut(picture, kernels);
    paint(face, occluder, Front.of(occluder, cut, kernels), cut, picture);
  }

  /**
   * @param cut the occluder's crop of the picture; overwritten
   */
  void paint(Landmarks face, Occluder occluder, Front front, Image cut, Image picture) {
    float[] paint = painted(face, occluder, cut);
    Affine toCrop = occluder.crop().toPicture(SIDE).inverse();
    Rect area = front.area(picture);
    byte[] data = picture.data();
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++) {
        float share = front.tinge(picture, x, y);
        if (share > 0) {
          float u = (float) toCrop.mapX(x, y);
          float v = (float) toCrop.mapY(x, y);
          int i = picture.index(x, y);
          for (int c = 0; c < 3; c++) {
            int level = data[i + c] & 0xff;
            float painted = 255 * Bilinear.at(paint, c * PLANE, SIDE, u, v);
            float mixed = level + share * (painted - level);
            data[i + c] = (byte) Math.max(0, Math.min(255, Math.round(mixed)));
          }
        }
      }
    }
  }

  /** Levels of 0..1, three planes. */
  private float[] painted(Landmarks face, Occluder occluder, Image cut) {
    float[] holes = holes(occluder.shares());
    float[] seen = new float[PLANE];
    float[] smooth = new float[3 * PLANE];
    byte[] data = cut.data();
    for (int i = 0, p = 0; i < PLANE; i++, p += cut.channels()) {
      seen[i] = 1 - holes[i];
      for (int c = 0; c < 3; c++) {
        smooth[c * PLANE + i] = (data[p + c] & 0xff) / 255f;
        data[p + c] = seen[i] == 0 ? 0 : data[p + c];
      }
    }
    PushPull.fill(smooth, seen, SIDE);
    RenderMaps maps = RenderMaps.draw(face, face, occluder.crop(), FaceRenderer.MAP_SIZE);
    float[] change = network.change(cut, seen, maps);
    float[] inside = maps.face();
    kernels.blur(inside, maps.side(), maps.side(), OUTLINE, inside);
    for (int i = 0; i < PLANE; i++) {
      float u = i % SIDE / 2f - 0.25f, v = i / SIDE / 2f - 0.25f;
      float share = holes[i] * Bilinear.at(inside, 0, maps.side(), u, v);
      for (int c = 0; c < 3; c++) {
        int at = c * PLANE + i;
        smooth[at] += share * change[at];
      }
    }
    return smooth;
  }

  /**
   * Where nothing of a picture may be trusted.
   *
   * @param shares of an occluder, {@link Occluder#SIDE} squared
   * @return 1 there, 0 elsewhere
   */
  public static float[] holes(float[] shares) {
    float[] holes = new float[PLANE];
    for (int i = 0; i < PLANE; i++) {
      if (shares[i] > TOUCHED) {
        int x0 = Math.max(0, i % SIDE - MARGIN), x1 = Math.min(SIDE - 1, i % SIDE + MARGIN);
        int y0 = Math.max(0, i / SIDE - MARGIN), y1 = Math.min(SIDE - 1, i / SIDE + MARGIN);
        for (int y = y0; y <= y1; y++) {
          Arrays.fill(holes, y * SIDE + x0, y * SIDE + x1 + 1, 1);
        }
      }
    }
    return holes;
  }
}
