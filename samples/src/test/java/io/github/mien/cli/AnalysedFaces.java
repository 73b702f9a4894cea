package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.Source;
import io.github.mien.Target;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.MorphableModel;
import io.github.mien.transfer.TransferMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/** The sample faces as one method of transfer sees them, and in the mirror. */
final class AnalysedFaces implements AutoCloseable {
  private final Mien mien;
  private final int[] mirror;
  private final Map<SampleFace, Source> sources = new EnumMap<>(SampleFace.class);
  private final Map<SampleFace, Target> targets = new EnumMap<>(SampleFace.class);
  private final Map<SampleFace, Source> mirroredSources = new EnumMap<>(SampleFace.class);
  private final Map<SampleFace, Target> mirroredTargets = new EnumMap<>(SampleFace.class);

  AnalysedFaces(TransferMethod method) {
    try {
      mien = Mien.builder().transfer(method).build();
      mirror = MorphableModel.load(ModelStore.embedded()).mirror();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (SampleFace face : SampleFace.values()) {
      Image photo = face.load();
      Image mirrored = photo.mirrored();
      Face found = mien.align(photo).get(0);
      Face same = mirrored(found, photo.width());
      sources.put(face, mien.source(photo, found));
      targets.put(face, mien.target(photo, found));
      mirroredSources.put(face, mien.source(mirrored, same));
      mirroredTargets.put(face, mien.target(mirrored, same));
    }
  }

  Source source(SampleFace face) {
    return sources.get(face);
  }

  Target target(SampleFace face) {
    return targets.get(face);
  }

  /** The mirrored photo with the mirror images of the points. */
  Source mirroredSource(SampleFace face) {
    return mirroredSources.get(face);
  }

  /** The mirrored photo with the mirror images of the points. */
  Target mirroredTarget(SampleFace face) {
    return mirroredTargets.get(face);
  }

  Mien mien() {
    return mien;
  }

  private Face mirrored(Face face, int width) {
    Landmarks points = face.landmarks();
    float[] mirrored = new float[3 * Landmarks.COUNT];
    for (int i = 0; i < mirror.length; i++) {
      mirrored[3 * mirror[i]] = width - 1 - points.x(i);
      mirrored[3 * mirror[i] + 1] = points.y(i);
      mirrored[3 * mirror[i] + 2] = points.z(i);
    }
    Landmarks landmarks = Landmarks.of(mirrored);
    Detection place = new Detection(landmarks.bounds(), 1, new float[10]);
    return new Face(place, landmarks, face.presence(), face.features());
  }

  @Override
  public void close() {
    mien.close();
  }
}
