package io.github.mien.image;

import io.github.mien.provider.Provider;
import io.github.mien.provider.Providers;
import java.util.ServiceLoader;

/**
 * The loops that touch many pixels: resampling and smoothing. A service type; the Java
 * implementation is always there. Implementations are stateless and thread-safe, allocate nothing
 * on the heap that grows with the source picture, and agree with {@link #java()} to within two grey
 * levels (the compatibility suite says how).
 */
public interface ImageKernels extends Provider {
  /** The system property that names the implementation to take where the program names none. */
  String PROPERTY = "mien.kernels";

  /**
   * Fills a picture from a source through an affine map, bilinear, source pixels beyond the border
   * repeated. Where the map shrinks, the source is averaged first so that nothing aliases.
   *
   * @param source read only
   * @param toSource from pixel centres of the target to those of the source
   * @param target overwritten; as many channels as the source; may not share its pixels
   */
  void warp(Image source, Affine toSource, Image target);

  /**
   * Fills an area of a picture from wherever a map points to in a source: Catmull-Rom bicubic,
   * rounded and clamped to 0..255, source pixels beyond the border repeated.
   *
   * @param source read only
   * @param mapX source column of each pixel of the area, row by row, at least {@code area.width() *
   *     area.height()} numbers
   * @param mapY source row of each pixel, likewise
   * @param target overwritten inside the area only; as many channels as the source; may not share
   *     its pixels
   * @param area inside the target
   */
  void remap(Image source, float[] mapX, float[] mapY, Image target, Rect area);

  /**
   * Fills a picture with a scaled version of another: area average where it shrinks, bilinear where
   * it grows.
   *
   * @param source read only
   * @param target overwritten, of any size; as many channels as the source; may not share its
   *     pixels
   */
  void resize(Image source, Image target);

  /**
   * Gaussian blur of a plane of numbers, borders repeated.
   *
   * @param source {@code width * height} numbers, row by row
   * @param width columns
   * @param height rows
   * @param sigma standard deviation in pixels; 0 copies
   * @param target overwritten; may be the source
   */
  void blur(float[] source, int width, int height, double sigma, float[] target);

  /** The implementation in Java, always there. */
  static ImageKernels java() {
    return JavaImageKernels.INSTANCE;
  }

  /**
   * Java's, and those that {@link ServiceLoader} finds with the thread's context class loader.
   * Loads no native code.
   */
  static Providers<ImageKernels> discover() {
    return Providers.load(
            new Providers.Kind("set of image kernels", PROPERTY, "Java's is called java."),
            ServiceLoader.load(ImageKernels.class).iterator())
        .with(java());
  }
}
