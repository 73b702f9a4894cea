package io.github.mien.training.matte;

import io.github.mien.image.Image;
import io.github.mien.training.data.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Shows what a network learns from: people, and below each their mattes. */
final class MatteSheet {
  private static final int COLUMNS = 10;
  private static final int ROWS = 4;

  private MatteSheet() {}

  static void write(MatteSamples samples, Path folder) throws IOException {
    int side = MatteBatch.SIDE;
    Image sheet = Image.create(COLUMNS * side, 2 * ROWS * side, 3);
    MatteBatch batch = samples.batch(1, COLUMNS * ROWS);
    for (int n = 0; n < batch.size(); n++) {
      for (int i = 0; i < MatteBatch.PLANE; i++) {
        int x = n % COLUMNS * side + i % side;
        int y = n / COLUMNS * 2 * side + i / side;
        for (int c = 0; c < 3; c++) {
          float level = batch.picture()[(3 * n + c) * MatteBatch.PLANE + i];
          sheet.data()[sheet.index(x, y) + c] = (byte) Math.round(255 * level);
          float alpha = batch.alpha()[n * MatteBatch.PLANE + i];
          sheet.data()[sheet.index(x, y + side) + c] = (byte) Math.round(255 * alpha);
        }
      }
    }
    Files.createDirectories(folder);
    ImageIO.write(Photos.toBuffered(sheet), "png", folder.resolve("samples.png").toFile());
  }
}
