package io.github.mien.reconstruct;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Planes;
import java.util.Map;

/**
 * Finds hands, glasses, hair, microphones and the like by a network that looks at the face's crop.
 * What it is not sure of, and specks, count as face. Thread-safe if session and kernels are; it
 * does not close the session.
 */
public final class VisibilityNetwork implements Visibility {
  /** Pixels on a side of the network's crop. */
  public static final int SIZE = 192;

  /** A patch ends where the network is less sure than this. */
  private static final float DOUBT = 0.3f;

  /**
   * How sure the network is where something begins to be, and wholly is, in front. It was taught to
   * miss nothing, and takes a rim of the face along.
   */
  private static final float FROM = 0.6f;

  private static final float WHOLLY = 0.8f;

  /** A patch has its core where the network is this sure. */
  private static final float SURE = 0.85f;

  /** The fewest sure pixels of a patch: 0.18 % of the crop. */
  private static final int LEAST = 68;

  private final InferenceSession network;
  private final ImageKernels kernels;

  /**
   * @param network of Mien's model {@code visibility}; not closed
   * @param kernels cut the crop
   */
  public VisibilityNetwork(InferenceSession network, ImageKernels kernels) {
    this.network = network;
    this.kernels = kernels;
  }

  @Override
  public Occluder find(FacePhoto photo) {
    Landmarks face = photo.face().landmarks();
    Image cut = Image.create(SIZE, SIZE, photo.image().channels());
    FaceCrop.of(face).cut(photo.image(), kernels, cut);
    float[] hidden =
        InferenceSession.output(
                network.run(Map.of("picture", Planes.of(cut, 1 / 255f, 0))), "hidden")
            .data()
            .clone();
    if (!patches(hidden)) {
      return Occluder.none(face);
    }
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = Math.max(0, Math.min(1, (hidden[i] - FROM) / (WHOLLY - FROM)));
    }
    return Occluder.of(face, hidden, SIZE);
  }

  /** Leaves patches that are large and sure enough. Returns whether there are any. */
  private static boolean patches(float[] hidden) {
    boolean any = false;
    boolean[] seen = new boolean[hidden.length];
    int[] patch = new int[hidden.length];
    for (int i = 0; i < hidden.length; i++) {
      if (hidden[i] < DOUBT) {
        hidden[i] = 0;
      } else if (!seen[i]) {
        any |= keep(hidden, seen, patch, i);
      }
    }
    return any;
  }

  /**
   * Walks over one patch and clears it if it is too small.
   *
   * @param patch room for its pixels; overwritten
   */
  private static boolean keep(float[] hidden, boolean[] seen, int[] patch, int start) {
    patch[0] = start;
    seen[start] = true;
    int count = 1, sure = 0;
    for (int n = 0; n < count; n++) {
      int i = patch[n];
      sure += hidden[i] >= SURE ? 1 : 0;
      for (int k = 0; k < 9; k++) {
        int x = i % SIZE + k % 3 - 1;
        int y = i / SIZE + k / 3 - 1;
        int next = y * SIZE + x;
        if (x >= 0 && y >= 0 && x < SIZE && y < SIZE && !seen[next] && hidden[next] >= DOUBT) {
          seen[next] = true;
          patch[count++] = next;
        }
      }
    }
    if (sure < LEAST) {
      for (int n = 0; n < count; n++) {
        hidden[patch[n]] = 0;
      }
    }
    return sure >= LEAST;
  }
}
