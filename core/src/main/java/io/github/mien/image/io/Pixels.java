package io.github.mien.image.io;

import io.github.mien.image.Image;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/** Between AWT's pictures and {@link Image}. */
final class Pixels {

  private Pixels() {}

  /**
   * The pixels of a picture that nobody else uses, in its own array where its layout allows. Colour
   * spaces are not converted.
   */
  static Image take(BufferedImage picture) {
    return isPlainBytes(picture) ? reorder(picture, true) : unpack(picture);
  }

  /** The pixels of a picture in sRGB, in an array of their own. */
  static Image copy(BufferedImage picture) {
    ColorSpace space = picture.getColorModel().getColorSpace();
    if (!space.isCS_sRGB() && space.getType() != ColorSpace.TYPE_GRAY) {
      int type =
          picture.getColorModel().hasAlpha()
              ? BufferedImage.TYPE_4BYTE_ABGR
              : BufferedImage.TYPE_3BYTE_BGR;
      BufferedImage srgb = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
      return take(new ColorConvertOp(null).filter(picture, srgb));
    }
    return isPlainBytes(picture) ? reorder(picture, false) : unpack(picture);
  }

  /**
   * A picture of packed pixels.
   *
   * @param argb row by row; not modified
   */
  static Image ofArgb(int[] argb, int width, int height, boolean alpha) {
    Image image = Image.create(width, height, alpha ? 4 : 3);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      System.arraycopy(argb, y * width, row, 0, width);
      putRow(row, image, y);
    }
    return image;
  }

  /** A picture of AWT on the array of an image. */
  static BufferedImage view(Image image) {
    int channels = image.channels();
    int[] offsets = new int[channels];
    Arrays.setAll(offsets, c -> image.offset() + c);
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(image.data(), image.data().length),
            image.width(),
            image.height(),
            image.stride(),
            channels,
            offsets,
            null);
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            image.hasAlpha(),
            false,
            image.hasAlpha() ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
            DataBuffer.TYPE_BYTE);
    return new BufferedImage(model, raster, false, null);
  }

  private static boolean isPlainBytes(BufferedImage picture) {
    return picture.getRaster().getDataBuffer() instanceof DataBufferByte buffer
        && buffer.getNumBanks() == 1
        && picture.getRaster().getParent() == null
        && picture.getSampleModel() instanceof PixelInterleavedSampleModel
        && picture.getColorModel() instanceof ComponentColorModel model
        && !model.isAlphaPremultiplied();
  }

  private static Image reorder(BufferedImage picture, boolean inPlace) {
    PixelInterleavedSampleModel layout = (PixelInterleavedSampleModel) picture.getSampleModel();
    DataBufferByte buffer = (DataBufferByte) picture.getRaster().getDataBuffer();
    byte[] from = buffer.getData();
    int[] bands = bandOffsets(layout, picture.getColorModel().hasAlpha());
    int width = picture.getWidth();
    int height = picture.getHeight();
    int channels = bands.length;
    boolean gapless =
        layout.getPixelStride() == channels
            && layout.getScanlineStride() == width * channels
            && from.length == width * height * channels
            && buffer.getOffset() == 0;
    Image image =
        inPlace && gapless
            ? Image.wrap(from, 0, width * channels, width, height, channels)
            : Image.create(width, height, channels);
    for (int y = 0; y < height; y++) {
      int in = buffer.getOffset() + y * layout.getScanlineStride();
      reorderRow(from, in, layout.getPixelStride(), bands, image.data(), image.index(0, y), width);
    }
    return image;
  }

  /** Where R, G, B and perhaps A of a pixel lie; grey counts three times. */
  private static int[] bandOffsets(PixelInterleavedSampleModel layout, boolean alpha) {
    int[] stored = layout.getBandOffsets();
    boolean grey = stored.length <= 2;
    int[] bands = new int[alpha ? 4 : 3];
    for (int c = 0; c < 3; c++) {
      bands[c] = stored[grey ? 0 : c];
    }
    if (alpha) {
      bands[3] = stored[stored.length - 1];
    }
    return bands;
  }

  /** All samples of a pixel are read before any is written: input and output may be the same. */
  private static void reorderRow(
      byte[] from, int in, int step, int[] bands, byte[] to, int out, int width) {
    int red = bands[0];
    int green = bands[1];
    int blue = bands[2];
    int alpha = bands.length == 4 ? bands[3] : -1;
    for (int x = 0; x < width; x++, in += step) {
      byte r = from[in + red];
      byte g = from[in + green];
      byte b = from[in + blue];
      byte a = alpha < 0 ? 0 : from[in + alpha];
      to[out++] = r;
      to[out++] = g;
      to[out++] = b;
      if (alpha >= 0) {
        to[out++] = a;
      }
    }
  }

  private static Image unpack(BufferedImage picture) {
    ColorModel model = picture.getColorModel();
    Image image = Image.create(picture.getWidth(), picture.getHeight(), model.hasAlpha() ? 4 : 3);
    if (model instanceof IndexColorModel palette) {
      fromPalette(picture.getRaster(), palette, image);
    } else if (model instanceof ComponentColorModel
        && picture.getRaster().getTransferType() == DataBuffer.TYPE_USHORT
        && !model.isAlphaPremultiplied()) {
      fromShorts(picture.getRaster(), image);
    } else {
      fromColors(picture, image);
    }
    return image;
  }

  private static void fromPalette(Raster raster, IndexColorModel palette, Image image) {
    int[] colors = new int[palette.getMapSize()];
    palette.getRGBs(colors);
    int[] row = new int[image.width()];
    for (int y = 0; y < image.height(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, image.width(), 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        row[x] = row[x] < colors.length ? colors[row[x]] : 0xff000000;
      }
      putRow(row, image, y);
    }
  }

  private static void fromShorts(Raster raster, Image image) {
    int bands = raster.getNumBands();
    int channels = image.channels();
    int colors = bands - (image.hasAlpha() ? 1 : 0);
    int[] row = new int[image.width() * bands];
    byte[] data = image.data();
    for (int y = 0; y < image.height(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, image.width(), 1, row);
      int out = image.index(0, y);
      for (int in = 0; in < row.length; in += bands, out += channels) {
        for (int c = 0; c < 3; c++) {
          data[out + c] = eightBits(row[in + (colors == 1 ? 0 : c)]);
        }
        if (channels == 4) {
          data[out + 3] = eightBits(row[in + bands - 1]);
        }
      }
    }
  }

  private static byte eightBits(int sample) {
    return (byte) ((sample * 255 + 32895) >> 16);
  }

  private static void fromColors(BufferedImage picture, Image image) {
    int[] row = new int[image.width()];
    boolean packed =
        picture.getType() == BufferedImage.TYPE_INT_RGB
            || picture.getType() == BufferedImage.TYPE_INT_ARGB;
    for (int y = 0; y < image.height(); y++) {
      if (packed) {
        picture.getRaster().getDataElements(0, y, image.width(), 1, row);
      } else {
        picture.getRGB(0, y, image.width(), 1, row, 0, image.width());
      }
      putRow(row, image, y);
    }
  }

  private static void putRow(int[] argb, Image image, int y) {
    byte[] data = image.data();
    boolean alpha = image.hasAlpha();
    int out = image.index(0, y);
    for (int color : argb) {
      data[out++] = (byte) (color >> 16);
      data[out++] = (byte) (color >> 8);
      data[out++] = (byte) color;
      if (alpha) {
        data[out++] = (byte) (color >>> 24);
      }
    }
  }
}
