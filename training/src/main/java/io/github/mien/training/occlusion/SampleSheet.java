package io.github.mien.training.occlusion;

import io.github.mien.image.Image;
import io.github.mien.training.data.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Shows what a network learns from: faces, and below each what is in front of it. */
final class SampleSheet {
  private static final int COLUMNS = 12;
  private static final int ROWS = 4;

  private SampleSheet() {}

  static void write(OccludedFaces faces, Path folder) throws IOException {
    int side = VisibilityBatch.SIDE;
    Image sheet = Image.create(COLUMNS * side, 2 * ROWS * side, 3);
    VisibilityBatch batch = faces.batch(1, COLUMNS * ROWS);
    for (int n = 0; n < batch.size(); n++) {
      for (int i = 0; i < VisibilityBatch.PLANE; i++) {
        int x = n % COLUMNS * side + i % side;
        int y = n / COLUMNS * 2 * side + i / side;
        for (int c = 0; c < 3; c++) {
          float level = batch.picture()[(3 * n + c) * VisibilityBatch.PLANE + i];
          sheet.data()[sheet.index(x, y) + c] = (byte) Math.round(255 * level);
          int at = n * VisibilityBatch.PLANE + i;
          float shown = c == 0 ? batch.weight()[at] : batch.hidden()[at];
          sheet.data()[sheet.index(x, y + side) + c] = (byte) Math.round(255 * shown);
        }
      }
    }
    Files.createDirectories(folder);
    ImageIO.write(Photos.toBuffered(sheet), "png", folder.resolve("samples.png").toFile());
  }
}
