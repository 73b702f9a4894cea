package io.github.mien.image.io;

import io.github.mien.image.Image;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.NodeList;

/** Baseline JPEG of quality 95 without chroma subsampling, which would smear lips. */
final class JpegEncoder implements Encoder {
  private static final float QUALITY = 0.95f;
  private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

  @Override
  public void encode(Image image, OutputStream out) throws IOException {
    ImageWriter writer = Codecs.writer("jpeg");
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      var picture = Pixels.view(image.hasAlpha() ? onWhite(image) : image);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), parameters);
      fullColorResolution(metadata);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, metadata), parameters);
    } finally {
      writer.dispose();
    }
  }

  private static void fullColorResolution(IIOMetadata metadata) throws IOException {
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
    NodeList components = root.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      IIOMetadataNode component = (IIOMetadataNode) components.item(i);
      component.setAttribute("HsamplingFactor", "1");
      component.setAttribute("VsamplingFactor", "1");
    }
    metadata.setFromTree(FORMAT, root);
  }

  private static Image onWhite(Image image) {
    Image opaque = Image.create(image.width(), image.height(), 3);
    byte[] from = image.data();
    byte[] to = opaque.data();
    int out = 0;
    for (int y = 0; y < image.height(); y++) {
      int in = image.index(0, y);
      for (int x = 0; x < image.width(); x++, in += 4) {
        int alpha = from[in + 3] & 0xff;
        for (int c = 0; c < 3; c++) {
          int color = from[in + c] & 0xff;
          to[out++] = (byte) ((color * alpha + 255 * (255 - alpha) + 127) / 255);
        }
      }
    }
    return opaque;
  }
}
