package io.github.mien.face;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the small faces of a group photo as well: after the whole picture it looks at overlapping
 * tiles at higher resolutions, until a face of {@value #SMALLEST_FACE} pixels is {@value
 * #FACE_IN_INPUT} pixels of the network's input. What several passes find is merged. In pictures of
 * more than 24 megapixels the smallest face grows with the root of their size, so that time stays
 * bounded. Thread-safe.
 */
public final class TiledFaceDetector implements FaceDetector {
  /** Pixels across a face of the picture from which on faces are found. */
  public static final int SMALLEST_FACE = 40;

  /** Pixels that such a face has in the network's input. */
  static final int FACE_IN_INPUT = 20;

  /** Pixels of the network's input that all tiles of one resolution may have together, about. */
  private static final double MAX_PIXELS = 6e6;

  /** From one resolution to the next; a face too large for one is large enough for the other. */
  private static final double STEP = 4;

  /** Below this a pass would show little more than the whole picture has shown. */
  private static final double WORTH_A_PASS = 1.2;

  private final AnchorFreeFaceDetector detector;
  private final Suppression suppression = new Suppression(AnchorFreeFaceDetector.MAX_OVERLAP);

  /**
   * @param detector for the whole picture and for tiles
   */
  public TiledFaceDetector(AnchorFreeFaceDetector detector) {
    this.detector = detector;
  }

  @Override
  public List<Detection> detect(Image image) {
    List<Detection> found = new ArrayList<>(detector.detect(image));
    for (double scale : scales(image)) {
      for (Rect tile : DetectorTiles.of(image.bounds(), scale)) {
        DetectorInput input = DetectorInput.scaled(tile.width(), tile.height(), scale);
        for (Detection seen : detector.detect(image.view(tile), input)) {
          Detection there = seen.shifted(tile.x(), tile.y());
          if (DetectorTiles.isWhole(there.box(), tile, image.bounds(), scale)) {
            found.add(there);
          }
        }
      }
    }
    return PartsOfFaces.without(suppression.apply(found));
  }

  /** Pixels of the input per pixel of the picture, from fine to coarse; empty if one pass does. */
  private List<Double> scales(Image image) {
    double whole = 1 / detector.input(image).scaleY();
    double finest =
        Math.min(
            (double) FACE_IN_INPUT / SMALLEST_FACE,
            Math.sqrt(MAX_PIXELS / ((double) image.width() * image.height())));
    List<Double> scales = new ArrayList<>();
    for (double scale = finest; scale > WORTH_A_PASS * whole; scale /= STEP) {
      scales.add(scale);
    }
    return scales;
  }
}
