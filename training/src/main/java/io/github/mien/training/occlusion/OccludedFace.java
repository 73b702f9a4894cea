package io.github.mien.training.occlusion;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Planes;
import io.github.mien.training.synth.Chance;

/**
 * A face with something in front of it, or with nothing.
 *
 * @param face as it is seen
 * @param cover how much of each of its pixels is hidden, 0..1
 */
record OccludedFace(AlignedFace face, float[] cover) {
  private static final double SHADOWED = 0.6;

  /** Weight of what lies beyond the outline. */
  private static final float BEYOND = 0.3f;

  /** Weight of what is called visible where something of the photo itself may hide it. */
  private static final float DOUBTFUL = 0.15f;

  /** From this share on what a teacher sees of the photo's own glasses is learnt. */
  private static final float SEEN = 0.7f;

  /** A thing that hides less of the crop than this counts more. */
  private static final double SMALL = 0.1;

  private static final double MOST_WEIGHT = 4;

  /** With nothing in front. */
  static OccludedFace bare(AlignedFace face) {
    return new OccludedFace(face, new float[AlignedFace.PIXELS]);
  }

  /**
   * Puts a thing in front.
   *
   * @param face its picture is changed
   */
  static OccludedFace behind(Thing thing, AlignedFace face, Chance chance) {
    Layer layer = new Layer();
    thing.draw(face, layer, chance);
    if (chance.is(SHADOWED)) {
      castShadow(layer, face, chance);
    }
    layer.paint(face.picture());
    return new OccludedFace(face, layer.cover);
  }

  /** Only the shadow of a thing, which hides nothing. */
  static OccludedFace shadowed(Thing thing, AlignedFace face, Chance chance) {
    Layer layer = new Layer();
    thing.draw(face, layer, chance);
    castShadow(layer, face, chance);
    return bare(face);
  }

  private static void castShadow(Layer layer, AlignedFace face, Chance chance) {
    double far = 0.06 * face.width();
    layer.castShadow(
        face.picture(),
        chance.between(0.05, 0.5),
        chance.between(-far, far),
        chance.between(-far, far),
        chance.logBetween(1.5, 12));
  }

  /** The same with another thing in front. */
  OccludedFace and(Thing thing, Chance chance) {
    OccludedFace both = behind(thing, face, chance);
    for (int i = 0; i < cover.length; i++) {
      both.cover[i] = 1 - (1 - both.cover[i]) * (1 - cover[i]);
    }
    return both;
  }

  /** The share of the face that is hidden. */
  double share() {
    boolean[] inside = face.inside();
    double hidden = 0;
    int n = 0;
    for (int i = 0; i < inside.length; i++) {
      if (inside[i]) {
        n++;
        hidden += cover[i];
      }
    }
    return hidden / n;
  }

  /**
   * Writes it into a place of a batch, in the size that the network sees. A pixel of that size is
   * hidden as much as the most hidden of the four it lies on: what is in front must not move, not
   * even a frame of half a pixel.
   *
   * @param small the picture in that size
   * @param bare whether the person wears no glasses of their own
   * @param own what a teacher sees of the photo's own occluders, 0..1 for each pixel of the face;
   *     learnt where glasses are
   */
  void write(Image small, boolean bare, float[] own, VisibilityBatch batch, int place) {
    int side = VisibilityBatch.SIDE;
    int from = place * VisibilityBatch.PLANE;
    Planes.write(small, 1 / 255f, 0, batch.picture(), 3 * from);
    boolean[] inside = face.inside();
    Doubt doubt = Doubt.of(face.points(), bare);
    float thin = weightOfThin();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int column = x * AlignedFace.SIDE / side;
        int row = y * AlignedFace.SIDE / side;
        int a = row * AlignedFace.SIDE + column;
        int b = a + AlignedFace.SIDE;
        float hidden = Math.max(Math.max(cover[a], cover[a + 1]), Math.max(cover[b], cover[b + 1]));
        float glasses = inside[a] && doubt.ofGlasses(row) ? own[a] : 0;
        hidden = glasses > SEEN ? Math.max(hidden, glasses) : hidden;
        float weight = (inside[a] ? 1 : BEYOND) * (1 + hidden * (thin - 1));
        if (doubt.at(row)) {
          weight *= DOUBTFUL + (1 - DOUBTFUL) * hidden;
        }
        batch.hidden()[from + y * side + x] = hidden;
        batch.weight()[from + y * side + x] = weight;
      }
    }
  }

  /** What a hidden pixel counts: frames of glasses have few of them. */
  private float weightOfThin() {
    double hidden = 0;
    for (float share : cover) {
      hidden += share / cover.length;
    }
    return (float) Math.max(1, Math.min(MOST_WEIGHT, Math.sqrt(SMALL / Math.max(1e-6, hidden))));
  }

  /** The picture in the size that the network sees. */
  Image small() {
    Image small = Image.create(VisibilityBatch.SIDE, VisibilityBatch.SIDE, 3);
    ImageKernels.java().resize(face.picture(), small);
    return small;
  }

  /** Where photos may show hair over the brow or glasses, which no label tells of. */
  private record Doubt(double brow, double below, boolean eyes) {
    static Doubt of(Landmarks p, boolean bare) {
      double brow = Double.MAX_VALUE;
      for (int point : FaceMesh.rightBrow()) {
        brow = Math.min(brow, p.y(point));
      }
      for (int point : FaceMesh.leftBrow()) {
        brow = Math.min(brow, p.y(point));
      }
      double eyes = (p.y(FaceMesh.RIGHT_EYE_OUTER) + p.y(FaceMesh.LEFT_EYE_OUTER)) / 2;
      return new Doubt(brow, eyes + 0.24 * p.eyeDistance(), !bare);
    }

    boolean at(double y) {
      double margin = 0.25 * (below - brow);
      return y < brow - margin || eyes && y < below;
    }

    boolean ofGlasses(double y) {
      return eyes && y > brow && y < below;
    }
  }
}
