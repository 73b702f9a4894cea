package io.github.mien.matte;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Planes;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Finds heads by a network that looks at the face and what is around it. Thread-safe if session and
 * kernels are; it does not close the session.
 */
public final class HeadMatteNetwork implements HeadMatte {
  /** Pixels on a side of the network's crop. */
  public static final int SIZE = 160;

  /** Half axes, as shares of the crop, of an ellipse within any face. */
  private static final double FACE_WIDTH = 0.1;

  private static final double FACE_HEIGHT = 0.14;

  /** Parts of a head are connected by shares of at least this. */
  private static final float SURE = 0.4f;

  /** Pixels around them that may be the soft rim of hair. */
  private static final int RIM = 4;

  private final InferenceSession network;
  private final ImageKernels kernels;

  /**
   * @param network of Mien's model {@code matte}; not closed
   * @param kernels cut the crop
   */
  public HeadMatteNetwork(InferenceSession network, ImageKernels kernels) {
    this.network = network;
    this.kernels = kernels;
  }

  @Override
  public Matte find(Image photo, Landmarks face) {
    FaceCrop crop = HeadMatte.crop(face);
    Image cut = Image.create(SIZE, SIZE, photo.channels());
    crop.cut(photo, kernels, cut);
    float[] alpha =
        InferenceSession.output(
                network.run(Map.of("picture", Planes.of(cut, 1 / 255f, 0))), "alpha")
            .data()
            .clone();
    keepHead(alpha);
    return new Matte(crop, alpha, SIZE);
  }

  /** Whatever the face shows belongs to the head, and what is not connected with it does not. */
  private static void keepHead(float[] alpha) {
    boolean[] reached = new boolean[alpha.length];
    ArrayDeque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < alpha.length; i++) {
      double u = (i % SIZE + 0.5) / SIZE - 0.5, v = (i / SIZE + 0.5) / SIZE - 0.5;
      if (u * u / (FACE_WIDTH * FACE_WIDTH) + v * v / (FACE_HEIGHT * FACE_HEIGHT) < 1) {
        alpha[i] = 1;
        open.add(i);
      }
    }
    while (!open.isEmpty()) {
      int i = open.remove();
      if (!reached[i] && alpha[i] >= SURE) {
        reached[i] = true;
        forEachNeighbour(i, 1, open::add);
      }
    }
    boolean[] near = new boolean[alpha.length];
    for (int i = 0; i < alpha.length; i++) {
      if (reached[i]) {
        forEachNeighbour(i, RIM, next -> near[next] = true);
      }
    }
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = near[i] && (reached[i] || alpha[i] < SURE) ? alpha[i] : 0;
    }
  }

  private static void forEachNeighbour(int i, int reach, IntConsumer visitor) {
    int x = i % SIZE, y = i / SIZE;
    for (int v = Math.max(0, y - reach); v <= Math.min(SIZE - 1, y + reach); v++) {
      for (int u = Math.max(0, x - reach); u <= Math.min(SIZE - 1, x + reach); u++) {
        visitor.accept(v * SIZE + u);
      }
    }
  }
}
