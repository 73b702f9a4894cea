package io.github.mien.face;

import io.github.mien.model.ModelException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of dlib's {@code shape_predictor}, format 1: the mean shape; for each stage its trees,
 * each a list of nodes (two pixels and a threshold) and one of leaves; for each stage the points
 * that its pixels go with; for each stage the pixels' offsets from them.
 *
 * @param mean x, y of the points of the mean shape, the face's box being 0..1
 * @param stages of the cascade
 */
record DlibPredictorFile(float[] mean, List<RegressionStage> stages) {
  private static final int VERSION = 1;

  /** More than any file has of whatever is counted. */
  private static final int LIMIT = 1 << 20;

  static DlibPredictorFile read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(new DlibStream(in));
    } catch (EOFException e) {
      throw new ModelException(file + " is a cut-off dlib shape predictor; get the file again", e);
    } catch (StreamCorruptedException e) {
      throw new ModelException(
          "%s is no dlib shape predictor such as shape_predictor_68_face_landmarks.dat, unpacked: %s"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static DlibPredictorFile read(DlibStream in) throws IOException {
    if (in.integer() != VERSION) {
      throw new StreamCorruptedException("it does not begin with version " + VERSION);
    }
    float[] mean = in.column(LIMIT);
    if (mean.length == 0 || mean.length % 2 != 0) {
      throw new StreamCorruptedException("its mean shape has " + mean.length + " numbers");
    }
    int count = in.count(LIMIT);
    List<List<RegressionTree>> trees = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      trees.add(trees(in, mean.length));
    }
    List<int[]> anchors = anchors(in, count, mean.length / 2);
    List<RegressionStage> stages = new ArrayList<>();
    require(in.count(LIMIT) == count, "stages");
    for (int i = 0; i < count; i++) {
      int pixels = in.count(LIMIT);
      require(pixels == anchors.get(i).length, "pixels");
      float[] offsets = in.reals(new float[2 * pixels]);
      stages.add(new RegressionStage(trees.get(i), anchors.get(i), offsets));
      require(trees.get(i).stream().allMatch(tree -> tree.looksBelow(pixels)), "pixels");
    }
    return new DlibPredictorFile(mean, stages);
  }

  private static List<RegressionTree> trees(DlibStream in, int size) throws IOException {
    int count = in.count(LIMIT);
    List<RegressionTree> trees = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      trees.add(tree(in, size));
    }
    return trees;
  }

  private static RegressionTree tree(DlibStream in, int size) throws IOException {
    int nodes = in.count(LIMIT);
    int[] first = new int[nodes];
    int[] second = new int[nodes];
    float[] threshold = new float[nodes];
    for (int i = 0; i < nodes; i++) {
      first[i] = in.count(LIMIT);
      second[i] = in.count(LIMIT);
      threshold[i] = in.real();
    }
    require(in.count(LIMIT) == nodes + 1 && Integer.bitCount(nodes + 1) == 1, "leaves");
    float[] leaves = new float[(nodes + 1) * size];
    for (int i = 0; i <= nodes; i++) {
      float[] leaf = in.column(size + 1);
      require(leaf.length == size, "points");
      System.arraycopy(leaf, 0, leaves, i * size, size);
    }
    return new RegressionTree(first, second, threshold, leaves);
  }

  private static List<int[]> anchors(DlibStream in, int stages, int points) throws IOException {
    require(in.count(LIMIT) == stages, "stages");
    List<int[]> anchors = new ArrayList<>();
    for (int i = 0; i < stages; i++) {
      int[] of = new int[in.count(LIMIT)];
      for (int pixel = 0; pixel < of.length; pixel++) {
        of[pixel] = in.count(points);
      }
      anchors.add(of);
    }
    return anchors;
  }

  private static void require(boolean fits, String what) throws StreamCorruptedException {
    if (!fits) {
      throw new StreamCorruptedException("its numbers of " + what + " do not go together");
    }
  }
}
