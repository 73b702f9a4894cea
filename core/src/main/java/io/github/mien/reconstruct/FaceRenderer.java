package io.github.mien.reconstruct;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Bilinear;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.inference.InferenceSession;
import io.github.mien.transfer.Motion;
import java.util.Arrays;

/**
 * Paints the mouth of a moved face: teeth that belong there, in the light of the photo. A network
 * looks at the face in a crop of {@value #SIZE} pixels and says how its levels should differ; that
 * difference is added to the picture, whose own detail is kept whatever its size. Where nothing
 * moved nothing is added. Thread-safe if session and kernels are; it does not close the session.
 */
public final class FaceRenderer {
  /** Pixels on a side of the network's crop. */
  public static final int SIZE = 256;

  /** Pixels on a side of the network's maps. */
  public static final int MAP_SIZE = SIZE / 2;

  private static final int PLANE = SIZE * SIZE;

  /** How far around the mouth something is painted: a standard deviation in sides of the crop. */
  private static final double AROUND_MOUTH = 0.025;

  /** One over the share of mouth in the surroundings from which on it is painted wholly. */
  private static final float MOUTH = 4;

  private final RenderNetwork network;
  private final ImageKernels kernels;

  /**
   * @param network of Mien's model {@code renderer}; not closed
   * @param kernels cut the crop
   */
  public FaceRenderer(InferenceSession network, ImageKernels kernels) {
    this.network = new RenderNetwork(network);
    this.kernels = kernels;
  }

  /**
   * Repaints a face that has moved.
   *
   * @param motion how it moved
   * @param picture shows the face after the move; written around its mouth, alpha stays
   */
  public void paint(Motion motion, Image picture) {
    Landmarks to = ShownPoints.of(motion);
    FaceCrop crop = FaceCrop.of(to);
    RenderMaps maps = RenderMaps.draw(motion.from(), to, crop, MAP_SIZE);
    float[] change = change(picture, crop, maps);
    float[] gate = RenderGate.of(maps, kernels);
    keepToMouth(gate, maps);
    Rect part = painted(gate);
    Affine toPicture = crop.toPicture(SIZE);
    Rect area = UprightArea.of(part, toPicture).intersection(to.bounds().pixels());
    float[] weighed = weighed(change, gate, part);
    add(weighed, toPicture.inverse(), area.intersection(picture.bounds()), picture);
  }

  /** The part of the crop beyond which the gate is shut. */
  private static Rect painted(float[] gate) {
    Rect open = Extent.of(gate, MAP_SIZE);
    if (open.isEmpty()) {
      return open;
    }
    int scale = SIZE / MAP_SIZE;
    // A pixel of the gate reaches its neighbours.
    return new Rect(
            scale * (open.x() - 1),
            scale * (open.y() - 1),
            scale * (open.width() + 2),
            scale * (open.height() + 2))
        .intersection(new Rect(0, 0, SIZE, SIZE));
  }

  private float[] change(Image picture, FaceCrop crop, RenderMaps maps) {
    Image cut = Image.create(SIZE, SIZE, picture.channels());
    crop.cut(picture, kernels, cut);
    float[] seen = new float[PLANE];
    Arrays.fill(seen, 1);
    return network.change(cut, seen, maps);
  }

  /** Elsewhere the warp and the average shading of a smile do better. */
  private void keepToMouth(float[] gate, RenderMaps maps) {
    float[] mouth = maps.mouth();
    kernels.blur(mouth, MAP_SIZE, MAP_SIZE, AROUND_MOUTH * MAP_SIZE, mouth);
    for (int i = 0; i < gate.length; i++) {
      gate[i] *= Math.min(1, MOUTH * mouth[i]);
    }
  }

  /** All channels of a part times the gate, which has half their resolution, and 255. */
  private static float[] weighed(float[] change, float[] gate, Rect part) {
    float[] weighed = new float[change.length];
    for (int y = part.y(); y < part.bottom(); y++) {
      for (int x = part.x(), i = y * SIZE + x; x < part.right(); x++, i++) {
        float share = 255 * Bilinear.at(gate, 0, MAP_SIZE, x / 2f - 0.25f, y / 2f - 0.25f);
        for (int c = 0; c < 3; c++) {
          weighed[i + c * PLANE] = share * change[i + c * PLANE];
        }
      }
    }
    return weighed;
  }

  private static void add(float[] change, Affine toCrop, Rect area, Image picture) {
    byte[] data = picture.data();
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(), i = picture.index(x, y); x < area.right(); x++) {
        float u = (float) toCrop.mapX(x, y);
        float v = (float) toCrop.mapY(x, y);
        for (int c = 0; c < 3; c++) {
          float level = (data[i + c] & 0xff) + Bilinear.at(change, c * PLANE, SIZE, u, v);
          data[i + c] = (byte) Math.max(0, Math.min(255, Math.round(level)));
        }
        i += picture.channels();
      }
    }
  }
}
