package io.github.mien.blend;

import io.github.mien.image.Image;
import io.github.mien.provider.Provider;
import io.github.mien.provider.Providers;
import java.util.ServiceLoader;

/**
 * Pastes a part of a picture into another so that no seam shows: it keeps the differences between
 * neighbouring pixels and takes the colours from the target around it. This is the Poisson equation
 * of <a href="https://doi.org/10.1145/882262.882269">Pérez, Gangnet and Blake, Poisson image
 * editing</a>, SIGGRAPH 2003, equation 7: over each pixel p of the mask and its neighbours q in the
 * target (up to four), the sum of f(p) - f(q) is that of the wanted differences v(p, q), where f is
 * the target's outside the mask. What that means at borders:
 *
 * <ul>
 *   <li>Where the mask touches the target's border nothing is wanted across it (the natural, or
 *       Neumann, condition).
 *   <li>Beyond the source's border its pixels are repeated: v is 0 there.
 *   <li>A mask that covers the whole target has no colours around it: the result's mean is then the
 *       target's in each channel.
 * </ul>
 *
 * <p>Implementations that compute something else say so. All may be shared between threads.
 */
public interface Blender extends Provider {
  /** The system property that names the blender to take where the program names none. */
  String PROPERTY = "mien.blender";

  /**
   * Replaces the pixels of the target under the mask.
   *
   * @param source read only; RGB or RGBA, its alpha is ignored
   * @param mask which pixels of the source are pasted; of the source's size
   * @param target changed in its first three channels, under the mask only; alpha, if it has one,
   *     stays. May not share the source's pixels
   * @param x column of the target on which the source's first column lies; may be negative, what
   *     lies outside the target is left out
   * @param y row of the target on which the source's first row lies; may be negative
   * @param mode whose differences are kept
   */
  void blend(Image source, Mask mask, Image target, int x, int y, BlendMode mode);

  /**
   * A new one in Java, always there. Exact to less than one level of 255. It keeps the memory it
   * worked in for the next call, 30 bytes for each pixel of the largest mask's box, as often as
   * calls ran at once: hold on to it to blend often, drop it to free the memory.
   */
  static Blender java() {
    return new JavaBlender();
  }

  /**
   * Java's, and those that {@link ServiceLoader} finds with the thread's context class loader.
   * Loads no native code.
   */
  static Providers<Blender> discover() {
    return Providers.load(
            new Providers.Kind("blender", PROPERTY, "Java's is called java."),
            ServiceLoader.load(Blender.class).iterator())
        .with(java());
  }
}
