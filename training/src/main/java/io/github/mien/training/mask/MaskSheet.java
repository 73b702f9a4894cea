package io.github.mien.training.mask;

import io.github.mien.image.Image;
import io.github.mien.training.data.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Shows what a network learns from: pictures, and below each what is to be found in it. */
public final class MaskSheet {
  /** Samples that it shows. */
  public static final int SAMPLES = 48;

  private static final int COLUMNS = 12;
  private static final int ROWS = SAMPLES / COLUMNS;

  private MaskSheet() {}

  /**
   * Writes {@code samples.png}.
   *
   * @param side pixels on a side of a picture
   * @param pictures levels of 0..1: {@value #SAMPLES}, 3, side, side
   * @param mask 0..1: {@value #SAMPLES}, side, side; shown in green and blue
   * @param red likewise; shown in red
   * @param folder made where it is missing
   */
  public static void write(int side, float[] pictures, float[] mask, float[] red, Path folder)
      throws IOException {
    Image sheet = Image.create(COLUMNS * side, 2 * ROWS * side, 3);
    int plane = side * side;
    for (int n = 0; n < SAMPLES; n++) {
      for (int i = 0; i < plane; i++) {
        int above = sheet.index(n % COLUMNS * side + i % side, n / COLUMNS * 2 * side + i / side);
        int below = above + side * sheet.stride();
        for (int c = 0; c < 3; c++) {
          float[] shown = c == 0 ? red : mask;
          sheet.data()[above + c] = (byte) Math.round(255 * pictures[(3 * n + c) * plane + i]);
          sheet.data()[below + c] = (byte) Math.round(255 * shown[n * plane + i]);
        }
      }
    }
    Files.createDirectories(folder);
    ImageIO.write(Photos.toBuffered(sheet), "png", folder.resolve("samples.png").toFile());
  }
}
