package io.github.mien.training.render;

import io.github.mien.Mien;
import io.github.mien.Target;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Edit;
import io.github.mien.expression.Preset;
import io.github.mien.expression.Presets;
import io.github.mien.face.Face;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.reconstruct.FacePhoto;
import io.github.mien.reconstruct.Reconstructor;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.PairedPerson;
import io.github.mien.training.data.Photos;
import io.github.mien.transfer.Motion;
import io.github.mien.transfer.TransferOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Moves faces as the pipeline does, so that what is right is known: people at rest to where their
 * own smile has its points, and back; or any photo to another expression and back again.
 */
final class MovedFaces {
  /** How often a photo of the same person is the truth, rather than the photo itself. */
  private static final double PAIRS = 0.6;

  /** How often only a part of the way to it is gone. */
  private static final double PARTLY = 0.3;

  /** How often somebody at rest is to smile, rather than the reverse. */
  private static final double TO_SMILE = 0.75;

  /** How often the mouth comes from the photo that is wanted, as from a source that shows teeth. */
  private static final double OWN_MOUTH = 0.3;

  /** How often an open mouth is closed on the way. */
  private static final double CLOSED = 0.6;

  /** How often a mouth is opened wider than any photo shows, and left as it is drawn. */
  private static final double AGAPE = 0.15;

  /** The gap of such a mouth in eye distances. */
  private static final double WIDE = 0.2;

  private record Pair(Target rest, Target smile) {}

  private final Reconstructor warp;
  private final List<Target> photos = new ArrayList<>();
  private final List<Target> open = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final List<Preset> presets = Presets.embedded().all();

  /**
   * @param mien reads faces and plans motions
   * @param warp moves them, without a renderer
   * @param portraits that may be learnt from
   * @param mirrored whether to see each of them mirrored, too
   */
  MovedFaces(Mien mien, Reconstructor warp, List<LabelledPhoto> portraits, boolean mirrored)
      throws IOException {
    this.warp = warp;
    for (LabelledPhoto photo : portraits) {
      add(target(mien, photo, false));
      if (mirrored) {
        add(target(mien, photo, true));
      }
    }
    for (PairedPerson person : PairedPerson.in(portraits)) {
      pairs.add(pair(mien, person, false));
      if (mirrored) {
        pairs.add(pair(mien, person, true));
      }
    }
  }

  private static Target target(Mien mien, LabelledPhoto photo, boolean mirrored)
      throws IOException {
    Image picture = Photos.read(photo.file());
    return mien.target(mirrored ? picture.mirrored() : picture);
  }

  private static Pair pair(Mien mien, PairedPerson person, boolean mirrored) throws IOException {
    return new Pair(target(mien, person.rest(), mirrored), target(mien, person.smile(), mirrored));
  }

  private void add(Target target) {
    photos.add(target);
    if (gap(points(target)) > 0.04) {
      open.add(target);
    }
  }

  int count() {
    return photos.size();
  }

  /** People at rest and smiling, who were at rest before, in their order: to judge with. */
  List<Moved> smiles() {
    return pairs.stream().map(p -> moved(p.rest(), p.smile(), false)).toList();
  }

  /** Photos whose open mouths were closed and opened again, in their order. */
  List<Moved> opened() {
    return open.stream().map(photo -> back(photo, closing(photo), false)).toList();
  }

  /** Photos moved by a preset and back, in their order. */
  List<Moved> returned() {
    SplittableRandom random = new SplittableRandom(1);
    return photos.stream().map(photo -> returned(photo, random)).toList();
  }

  /** Any of them. */
  Moved any(SplittableRandom random) {
    return random.nextDouble() < AGAPE ? agape(random) : known(random);
  }

  /** Wide mouths are in no photo: what is drawn there is to stay. */
  private Moved agape(SplittableRandom random) {
    while (true) {
      Target photo = photos.get(random.nextInt(photos.size()));
      Preset preset = presets.get(random.nextInt(presets.size()));
      double strength = 0.6 + 0.7 * random.nextDouble();
      Motion motion = photo.show(preset, TransferOptions.DEFAULT.withStrength(strength)).motion();
      if (gap(motion.to()) > WIDE) {
        Image out = photo.image().copy();
        FacePhoto face = new FacePhoto(photo.image(), photo.face().face());
        warp.reconstruct(face, motion, null, out);
        return Moved.wholly(out, motion.from(), motion.to(), out, Affine.IDENTITY, true);
      }
    }
  }

  private Moved known(SplittableRandom random) {
    if (!pairs.isEmpty() && random.nextDouble() < PAIRS) {
      Pair pair = pairs.get(random.nextInt(pairs.size()));
      boolean own = random.nextDouble() < OWN_MOUTH;
      boolean smiles = random.nextDouble() < TO_SMILE;
      Target face = smiles ? pair.rest : pair.smile;
      Target wanted = smiles ? pair.smile : pair.rest;
      Moved whole = moved(face, wanted, own);
      return random.nextDouble() < PARTLY ? partly(face, whole, random.nextDouble()) : whole;
    }
    if (random.nextDouble() < CLOSED) {
      Target photo = open.get(random.nextInt(open.size()));
      return back(photo, closing(photo), random.nextDouble() < OWN_MOUTH);
    }
    return returned(photos.get(random.nextInt(photos.size())), random);
  }

  private Moved returned(Target photo, SplittableRandom random) {
    Preset preset = presets.get(random.nextInt(presets.size()));
    double strength = 0.3 + 0.7 * random.nextDouble();
    Motion there = photo.show(preset, TransferOptions.DEFAULT.withStrength(strength)).motion();
    return back(photo, there, random.nextDouble() < OWN_MOUTH);
  }

  private static Motion closing(Target photo) {
    Edit closed = Edit.NONE;
    for (Blendshape shape : Blendshape.values()) {
      if (shape.name().startsWith("MOUTH") || shape.name().startsWith("JAW")) {
        closed = closed.with(shape, 0);
      }
    }
    return photo.show(closed).motion();
  }

  /** One photo's face moved to where another has its points. */
  private Moved moved(Target face, Target wanted, boolean wantedMouth) {
    Affine toFace = Affine.similarity(stable(wanted), stable(face));
    Landmarks from = points(face);
    Landmarks to = points(wanted).map(toFace);
    Image out = face.image().copy();
    FacePhoto source = wantedMouth ? new FacePhoto(wanted.image(), wanted.face().face()) : null;
    Motion motion = new Motion(wanted.face().expression(), from, to);
    warp.reconstruct(new FacePhoto(face.image(), face.face().face()), motion, source, out);
    return Moved.wholly(out, from, to, wanted.image(), toFace.inverse(), false);
  }

  private Moved partly(Target face, Moved whole, double part) {
    float[] points = whole.to().toArray();
    float[] before = whole.from().toArray();
    for (int i = 0; i < points.length; i++) {
      points[i] = (float) (before[i] + part * (points[i] - before[i]));
    }
    Landmarks to = Landmarks.of(points);
    Image out = face.image().copy();
    Motion motion = new Motion(face.face().expression(), whole.from(), to);
    warp.reconstruct(new FacePhoto(face.image(), face.face().face()), motion, null, out);
    return new Moved(out, whole.from(), to, whole.truth(), whole.toTruth(), false, part, whole);
  }

  /** A photo moved away and back. */
  private Moved back(Target photo, Motion there, boolean ownMouth) {
    FacePhoto before = new FacePhoto(photo.image(), photo.face().face());
    Image away = photo.image().copy();
    warp.reconstruct(before, there, null, away);
    Landmarks home = points(photo);
    Motion motion = new Motion(photo.face().expression(), there.to(), home);
    Image out = away.copy();
    FacePhoto moved = new FacePhoto(away, with(photo.face().face(), there.to()));
    warp.reconstruct(moved, motion, ownMouth ? before : null, out);
    return Moved.wholly(out, there.to(), home, photo.image(), Affine.IDENTITY, true);
  }

  private static Face with(Face face, Landmarks points) {
    return new Face(face.detection(), points, face.presence(), face.features());
  }

  private static Landmarks points(Target photo) {
    return photo.face().face().landmarks();
  }

  private static double[] stable(Target photo) {
    return points(photo).xy(FaceMesh.stable());
  }

  private static double gap(Landmarks face) {
    return Math.hypot(face.x(13) - face.x(14), face.y(13) - face.y(14)) / face.eyeDistance();
  }
}
