package io.github.mien.training.occlusion;

import io.github.mien.image.Image;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.synth.Chance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Measures a network in training on faces, surfaces and skins that it never saw. */
final class VisibilityScore {
  private static final float FOUND = 0.5f;
  private static final double ALARM = 0.01;

  private final List<OccludedFace> occluded = new ArrayList<>();
  private final List<AlignedFace> bare = new ArrayList<>();

  /**
   * @param photos validation portraits
   * @param scenes held out
   */
  VisibilityScore(List<LabelledPhoto> photos, List<Image> scenes) throws IOException {
    Chance chance = Chance.of(5);
    for (LabelledPhoto photo : photos) {
      bare.add(Portrait.read(photo).aligned());
    }
    Things things = Things.learnt(scenes, bare, chance);
    for (AlignedFace face : bare) {
      AlignedFace copy = new AlignedFace(face.picture().copy(), face.points());
      occluded.add(OccludedFace.behind(things.any(chance), copy, chance));
    }
  }

  /** Mean overlap with what is in front, and how often something is seen where nothing is. */
  String measure(Parameters parameters) {
    double overlap = 0;
    for (OccludedFace face : occluded) {
      boolean[] inside = face.face().inside();
      float[] hidden = VisibilityNet.NET.find(parameters, face.small());
      overlap += overlap(hidden, face.cover(), inside) / occluded.size();
    }
    int alarms = 0;
    for (AlignedFace face : bare) {
      float[] hidden = VisibilityNet.NET.find(parameters, OccludedFace.bare(face).small());
      alarms += share(hidden, face.inside()) > ALARM ? 1 : 0;
    }
    return "overlap %.3f, false alarms %d of %d".formatted(overlap, alarms, bare.size());
  }

  private static double overlap(float[] found, float[] truth, boolean[] inside) {
    int both = 0, either = 0;
    for (int i = 0; i < inside.length; i++) {
      if (inside[i]) {
        boolean a = found[small(i)] > FOUND, b = truth[i] > FOUND;
        both += a && b ? 1 : 0;
        either += a || b ? 1 : 0;
      }
    }
    return either == 0 ? 1 : (double) both / either;
  }

  private static double share(float[] found, boolean[] inside) {
    int hidden = 0, all = 0;
    for (int i = 0; i < inside.length; i++) {
      if (inside[i]) {
        all++;
        hidden += found[small(i)] > FOUND ? 1 : 0;
      }
    }
    return (double) hidden / all;
  }

  /** The place of a pixel of the face in what the network sees. */
  private static int small(int i) {
    int side = VisibilityBatch.SIDE;
    int x = i % AlignedFace.SIDE * side / AlignedFace.SIDE;
    int y = i / AlignedFace.SIDE * side / AlignedFace.SIDE;
    return y * side + x;
  }
}
