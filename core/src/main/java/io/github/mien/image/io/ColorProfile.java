package io.github.mien.image.io;

import io.github.mien.image.Image;
import java.awt.Transparency;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/** An ICC profile whose colours differ from sRGB; converts in strips, so that little is copied. */
final class ColorProfile {
  private static final int STRIP_WIDTH = 256;
  private static final int STRIP_HEIGHT = 64;

  /** Steps of each channel when a profile is compared with sRGB. */
  private static final int PROBES = 9;

  /** Many an sRGB profile differs from another by rounding. */
  private static final int TOLERANCE = 2;

  private final int components;
  private final ColorConvertOp operation = new ColorConvertOp(null);
  private final BufferedImage strip;
  private final BufferedImage converted;

  private ColorProfile(ColorSpace space) {
    this.components = space.getNumComponents();
    this.strip = strip(space);
    this.converted = strip(ColorSpace.getInstance(ColorSpace.CS_sRGB));
  }

  /**
   * Converts a picture to sRGB in place. A profile that is empty, broken, not of RGB or grey, or
   * hardly different from sRGB changes nothing: that is what viewers do.
   *
   * @param icc ICC.1 bytes
   * @param image RGB or RGBA in the profile's colours, grey as three equal channels; modified
   */
  static void apply(byte[] icc, Image image) {
    @Nullable ColorProfile rgb = of(icc, 3);
    int length = image.width() * image.height();
    if (rgb != null && !rgb.isSrgb()) {
      rgb.convert(image.data(), image.channels(), image.data(), image.channels(), length);
      return;
    }
    @Nullable ColorProfile grey = rgb == null ? of(icc, 1) : null;
    if (grey != null) {
      grey.convertGrey(image);
    }
  }

  /** The profile, or null if the bytes hold none for so many components. */
  static @Nullable ColorProfile of(byte[] icc, int components) {
    if (icc.length == 0) {
      return null;
    }
    try {
      ICC_Profile profile = ICC_Profile.getInstance(icc);
      if (profile.getNumComponents() != components) {
        return null;
      }
      ColorProfile usable = new ColorProfile(new ICC_ColorSpace(profile));
      usable.convert(new byte[components], components, new byte[3], 3, 1);
      return usable;
    } catch (IllegalArgumentException | CMMException e) {
      return null;
    }
  }

  /**
   * Converts pixels, in place if both arrays are the same; further channels of the output, such as
   * alpha, are left as they are.
   *
   * @param in interleaved, its first channels being those of the profile
   * @param out interleaved, its first three channels being set to R, G, B
   */
  void convert(byte[] in, int inChannels, byte[] out, int outChannels, int pixels) {
    byte[] from = array(strip);
    byte[] to = array(converted);
    int capacity = STRIP_WIDTH * STRIP_HEIGHT;
    for (int start = 0; start < pixels; start += capacity) {
      int count = Math.min(capacity, pixels - start);
      for (int i = 0, at = start * inChannels; i < count * components; at += inChannels) {
        for (int c = 0; c < components; c++) {
          from[i++] = in[at + c];
        }
      }
      operation.filter(strip, converted);
      for (int i = 0, at = start * outChannels; i < count * 3; at += outChannels) {
        out[at] = to[i++];
        out[at + 1] = to[i++];
        out[at + 2] = to[i++];
      }
    }
  }

  private void convertGrey(Image image) {
    byte[] ramp = new byte[256];
    for (int i = 0; i < 256; i++) {
      ramp[i] = (byte) i;
    }
    byte[] rgb = new byte[3 * 256];
    convert(ramp, 1, rgb, 3, 256);
    byte[] data = image.data();
    for (int i = 0; i < data.length; i += image.channels()) {
      System.arraycopy(rgb, 3 * (data[i] & 0xff), data, i, 3);
    }
  }

  private boolean isSrgb() {
    byte[] probes = new byte[3 * PROBES * PROBES * PROBES];
    int at = 0;
    for (int r = 0; r < PROBES; r++) {
      for (int g = 0; g < PROBES; g++) {
        for (int b = 0; b < PROBES; b++) {
          probes[at++] = (byte) (r * 255 / (PROBES - 1));
          probes[at++] = (byte) (g * 255 / (PROBES - 1));
          probes[at++] = (byte) (b * 255 / (PROBES - 1));
        }
      }
    }
    byte[] srgb = new byte[probes.length];
    convert(probes, 3, srgb, 3, probes.length / 3);
    for (int i = 0; i < probes.length; i++) {
      if (Math.abs((probes[i] & 0xff) - (srgb[i] & 0xff)) > TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  private static BufferedImage strip(ColorSpace space) {
    int bands = space.getNumComponents();
    ComponentColorModel model =
        new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
    int[] offsets = new int[bands];
    for (int i = 0; i < bands; i++) {
      offsets[i] = i;
    }
    return new BufferedImage(
        model,
        Raster.createInterleavedRaster(
            DataBuffer.TYPE_BYTE,
            STRIP_WIDTH,
            STRIP_HEIGHT,
            STRIP_WIDTH * bands,
            bands,
            offsets,
            null),
        false,
        null);
  }

  private static byte[] array(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }
}
