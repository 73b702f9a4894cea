package io.github.mien.training.expression;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.training.data.ArrayFile;
import io.github.mien.training.data.LabelledPhoto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The linear part of the expression model and the faces that it was made of, all in the canonical
 * frame of its mean.
 *
 * @param mean shape without expression, mirror-symmetric
 * @param mirror which point is which in the mirror
 * @param rigidity weights of the points
 * @param fields a field for each {@link Blendshape}
 * @param identity directions in which people differ
 * @param faces the photos' points
 * @param pairs two photos of one person
 */
record StatisticalFace(
    float[] mean,
    int[] mirror,
    float[] rigidity,
    float[][] fields,
    IdentityBasis identity,
    List<CanonicalFace> faces,
    List<FieldRegression.Pair> pairs) {
  /** Ends of the names of a person's smiling and resting photo in the London set. */
  private static final String SMILING = "_08.jpg";

  private static final String RESTING = "_03.jpg";

  /** Movement at which a point's weight for alignment is halved. */
  private static final double STILL = 0.1;

  /**
   * @param photos that training may see
   * @param data folder with {@code ict-facekit}
   * @param identities how many directions
   */
  static StatisticalFace of(List<LabelledPhoto> photos, Path data, int identities)
      throws IOException {
    Alignment alignment = new Alignment(photos);
    int[] mirror = alignment.mirror();
    List<CanonicalFace> faces = photos.stream().map(alignment::align).toList();
    List<FieldRegression.Pair> pairs = pairs(faces);
    float[][] prior =
        IctFields.read(
            data.resolve("ict-facekit").resolve("ict-facekit.npz"), alignment.mean(), mirror);

    List<CanonicalFace> bothFaces = new ArrayList<>(faces);
    faces.forEach(f -> bothFaces.add(f.mirrored(mirror)));
    List<FieldRegression.Pair> bothPairs = new ArrayList<>(pairs);
    pairs.forEach(p ->
        bothPairs.add(
            new FieldRegression.Pair(p.expressive().mirrored(mirror), p.rest().mirrored(mirror))));
    float[][] fields = FieldRegression.fit(bothFaces, bothPairs, prior, alignment.mean());

    List<float[]> rests = new ArrayList<>();
    float[] mean = new float[Shapes.SIZE];
    for (CanonicalFace face : bothFaces) {
      float[] rest = withoutExpression(face, fields);
      rests.add(rest);
      Shapes.add(mean, 1.0 / bothFaces.size(), rest);
    }
    IdentityBasis identity = IdentityBasis.of(rests, identities);
    return new StatisticalFace(mean, mirror, alignment.rigidity(), fields, identity, faces, pairs)
        .inFrameOfMean();
  }

  private static float[] withoutExpression(CanonicalFace face, float[][] fields) {
    float[] rest = face.shape().clone();
    for (int k = 0; k < face.coefficients().length; k++) {
      Shapes.add(rest, -face.coefficients()[k], fields[k]);
    }
    return rest;
  }

  private static List<FieldRegression.Pair> pairs(List<CanonicalFace> faces) {
    Map<String, CanonicalFace> byName = new HashMap<>();
    faces.forEach(f -> byName.put(f.name(), f));
    List<FieldRegression.Pair> pairs = new ArrayList<>();
    for (CanonicalFace face : faces) {
      CanonicalFace rest = byName.get(face.name().replace(SMILING, RESTING));
      if (rest != null && rest != face) {
        pairs.add(new FieldRegression.Pair(face, rest));
      }
    }
    return pairs;
  }

  /** The mean without expression is a little larger or smaller than the mean of all. */
  private StatisticalFace inFrameOfMean() {
    int right = 3 * FaceMesh.RIGHT_EYE_OUTER, left = 3 * FaceMesh.LEFT_EYE_OUTER;
    double scale = 1 / (mean[left] - mean[right]);
    double y = mean[left + 1], z = mean[left + 2];
    float[] own = place(mean, scale, y, z);
    float[][] ownFields = new float[fields.length][];
    for (int k = 0; k < fields.length; k++) {
      ownFields[k] = place(fields[k], scale, 0, 0);
    }
    LidClosure.apply(ownFields, own);
    float[] still = stiller(rigidity, ownFields);
    float[] deviations = identity.deviations().clone();
    for (int i = 0; i < deviations.length; i++) {
      deviations[i] *= (float) scale;
    }
    List<CanonicalFace> ownFaces = new ArrayList<>();
    for (CanonicalFace face : faces) {
      ownFaces.add(
          new CanonicalFace(face.name(), place(face.shape(), scale, y, z), face.coefficients()));
    }
    return new StatisticalFace(
        own,
        mirror,
        still,
        ownFields,
        new IdentityBasis(identity.components(), deviations),
        ownFaces,
        pairs(ownFaces));
  }

  /** Weights lowered where coefficients move a point, also those that photos do not show. */
  private static float[] stiller(float[] rigidity, float[][] fields) {
    float[] still = rigidity.clone();
    float most = 0;
    for (int p = 0; p < still.length; p++) {
      double moves = 0;
      for (float[] field : fields) {
        double length = Shapes.length(field, p);
        moves += length * length;
      }
      still[p] /= (float) (1 + moves / (STILL * STILL));
      most = Math.max(most, still[p]);
    }
    for (int p = 0; p < still.length; p++) {
      still[p] /= most;
    }
    return still;
  }

  private static float[] place(float[] shape, double scale, double y, double z) {
    float[] out = new float[shape.length];
    for (int i = 0; i < out.length; i += 3) {
      out[i] = (float) (scale * shape[i]);
      out[i + 1] = (float) (scale * (shape[i + 1] - y));
      out[i + 2] = (float) (scale * (shape[i + 2] - z));
    }
    return out;
  }

  void write(ArrayFile file) {
    int n = Landmarks.COUNT;
    int count = identity.deviations().length;
    file.steps("mean", mean, n, 3);
    file.steps("rigidity", rigidity, n);
    file.indices("mirror", mirror, n);
    file.floats("identity.deviations", identity.deviations(), count);
    file.steps("identity", flat(identity.components()), count, n, 3);
    file.steps("fields", flat(fields), Blendshape.COUNT, n, 3);
  }

  private static float[] flat(float[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
    }
    return flat;
  }
}
