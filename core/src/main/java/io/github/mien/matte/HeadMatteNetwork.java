package io.github.mien.matte;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Planes;
import java.util.Map;

/**
 * Finds heads by a network that looks at the face and what is around it. Thread-safe if session and
 * kernels are; it does not close the session.
 */
public final class HeadMatteNetwork implements HeadMatte {
  /** Pixels on a side of the network's crop. */
  public static final int SIZE = 160;

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
        InferenceSession.output(network.run(Map.of("picture", Planes.of(cut, 1 / 255f, 0))), "alpha")
            .data()
            .clone();
    return new Matte(crop, alpha, SIZE);
  }
}
