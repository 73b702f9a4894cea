package io.github.mien.face;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Planes;
import io.github.mien.inference.Tensor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the points of one face in a crop that is roughly known: one pass of Mien's model {@code
 * landmarker}. Thread-safe if session and kernels are; it does not close the session.
 */
public final class Landmarker {
  /** Pixels on a side of the crop that the network takes. */
  public static final int SIZE = 128;

  private static final String LANDMARKS = "landmarks";
  private static final String PRESENCE = "presence";
  private static final String FEATURES = "features";

  private final InferenceSession net;
  private final ImageKernels kernels;
  private final @Nullable LandmarkRefiner refiner;

  /**
   * Without a refiner.
   *
   * @param net of Mien's model {@code landmarker}; not closed
   * @param kernels cut the crops
   */
  public Landmarker(InferenceSession net, ImageKernels kernels) {
    this(net, kernels, null);
  }

  /**
   * @param net of Mien's model {@code landmarker}; not closed
   * @param kernels cut the crops
   * @param refiner corrects what {@link #readTwice} reads
   */
  public Landmarker(InferenceSession net, ImageKernels kernels, @Nullable LandmarkRefiner refiner) {
    this.net = net;
    this.kernels = kernels;
    this.refiner = refiner;
  }

  /**
   * What one pass says.
   *
   * @param landmarks in picture coordinates
   * @param presence 0..1, how sure it is that the crop shows a face
   * @param features the pooled feature vector
   */
  public record Reading(Landmarks landmarks, float presence, float[] features) {}

  /**
   * Reads the points in one pass.
   *
   * @param image read only
   * @param at where the face is, off by at most some 20 degrees and 20 % of its size
   */
  public Reading read(Image image, FaceCrop at) {
    Image crop = Image.create(SIZE, SIZE, image.channels());
    at.cut(image, kernels, crop);
    Map<String, Tensor> out = net.run(Map.of(net.inputs().get(0), input(crop)));
    return new Reading(
        at.toPicture(InferenceSession.output(out, LANDMARKS).data()),
        InferenceSession.output(out, PRESENCE).data()[0],
        InferenceSession.output(out, FEATURES).data());
  }

  /**
   * Reads the points in two passes, the second in the crop that the points of the first suggest: it
   * is always upright and of the same size, and therefore the more exact one.
   *
   * @param image read only
   * @param start where the face is, as for {@link #read}
   * @return the second, its points refined where there is a refiner
   */
  public Reading readTwice(Image image, FaceCrop start) {
    Reading second = read(image, FaceCrop.of(read(image, start).landmarks()));
    if (refiner == null) {
      return second;
    }
    Landmarks refined = refiner.refine(image, second.landmarks());
    return new Reading(refined, second.presence(), second.features());
  }

  /** A crop as the network takes it: levels 0..255 become -1..1. */
  private static Tensor input(Image crop) {
    return Planes.of(crop, 1 / 127.5f, -1);
  }
}
