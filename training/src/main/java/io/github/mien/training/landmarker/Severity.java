package io.github.mien.training.landmarker;

import io.github.mien.expression.Expression;
import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.reconstruct.FacePhoto;
import io.github.mien.reconstruct.MeshWarpReconstructor;
import io.github.mien.training.synth.HeadTurn;
import io.github.mien.training.synth.Jpeg;
import io.github.mien.transfer.Motion;
import java.util.SplittableRandom;

/**
 * Ways to make a picture harder, with fixed strengths; the labels are those of the clean picture.
 */
enum Severity {
  CLEAN("as it is") {
    @Override
    Labelled apply(Labelled photo, SplittableRandom random) {
      return photo;
    }
  },
  ROTATED("rotated by 30° to 45°") {
    @Override
    Labelled apply(Labelled photo, SplittableRandom random) {
      Box box = photo.landmarks().bounds();
      double x = (box.x0() + box.x1()) / 2;
      double y = (box.y0() + box.y1()) / 2;
      double angle = Math.toRadians(random.nextDouble(30, 45)) * sign(random);
      Affine map = Affine.similarity(1, 0, -x, -y).then(Affine.similarity(1, angle, x, y));
      Image turned = Image.create(photo.picture().width(), photo.picture().height(), 3);
      ImageKernels.java().warp(photo.picture(), map.inverse(), turned);
      return new Labelled(turned, photo.landmarks().map(map));
    }
  },
  YAW_20("head turned by 20°") {
    @Override
    Labelled apply(Labelled photo, SplittableRandom random) {
      return turned(photo, Math.toRadians(20) * sign(random));
    }
  },
  YAW_35("head turned by 35°") {
    @Override
    Labelled apply(Labelled photo, SplittableRandom random) {
      return turned(photo, Math.toRadians(35) * sign(random));
    }
  },
  BLUR("Gaussian blur, σ 4 % of the eye distance") {
    @Override
    Labelled apply(Labelled photo, SplittableRandom random) {
      return photo.with(blurred(photo.picture(), 0.04 * photo.landmarks().eyeDistance()));
    }
  },
  JPEG_30("JPEG, quality 30") {
    @Override
    Labelled apply(Labelled photo, SplittableRandom random) {
      return photo.with(Jpeg.roundTrip(photo.picture(), 0.3f));
    }
  },
  GREY("grey") {
    @Override
    Labelled apply(Labelled photo, SplittableRandom random) {
      Image grey = photo.picture().copy();
      byte[] data = grey.data();
      for (int i = 0; i < data.length; i += 3) {
        double level =
            0.299 * (data[i] & 0xff) + 0.587 * (data[i + 1] & 0xff) + 0.114 * (data[i + 2] & 0xff);
        data[i] = data[i + 1] = data[i + 2] = (byte) (int) (level + 0.5);
      }
      return photo.with(grey);
    }
  },
  DARK("a fifth of the light, noise σ 3") {
    @Override
    Labelled apply(Labelled photo, SplittableRandom random) {
      Image dark = photo.picture().copy();
      byte[] data = dark.data();
      for (int i = 0; i < data.length; i++) {
        double noise = 3 * (random.nextDouble() + random.nextDouble() - 1) * Math.sqrt(6);
        data[i] = (byte) (int) Math.max(0, Math.min(255, 0.2 * (data[i] & 0xff) + noise + 0.5));
      }
      return photo.with(dark);
    }
  },
  OCCLUDED("25 % of the face's box behind a plain square") {
    @Override
    Labelled apply(Labelled photo, SplittableRandom random) {
      Image covered = photo.picture().copy();
      Box box = photo.landmarks().bounds();
      double width = box.width() / 2;
      double height = box.height() / 2;
      int x0 = (int) (box.x0() + random.nextDouble() * width);
      int y0 = (int) (box.y0() + random.nextDouble() * height);
      byte level = (byte) random.nextInt(256);
      for (int y = Math.max(0, y0); y < Math.min(covered.height(), y0 + height); y++) {
        for (int x = Math.max(0, x0); x < Math.min(covered.width(), x0 + width); x++) {
          for (int k = 0; k < 3; k++) {
            covered.data()[covered.index(x, y) + k] = level;
          }
        }
      }
      return photo.with(covered);
    }
  };

  private final String title;

  Severity(String title) {
    this.title = title;
  }

  /** For tables. */
  String title() {
    return title;
  }

  /** A picture and where its points are. */
  record Labelled(Image picture, Landmarks landmarks) {
    Labelled with(Image changed) {
      return new Labelled(changed, landmarks);
    }
  }

  /** The harder picture; the one given is not modified. */
  abstract Labelled apply(Labelled photo, SplittableRandom random);

  private static double sign(SplittableRandom random) {
    return random.nextBoolean() ? 1 : -1;
  }

  private static Labelled turned(Labelled photo, double yaw) {
    Landmarks to = HeadTurn.apply(photo.landmarks(), yaw, 0);
    Detection detection = new Detection(photo.landmarks().bounds(), 1, new float[10]);
    Face face = new Face(detection, photo.landmarks(), 1, new float[0]);
    Image out = photo.picture().copy();
    new MeshWarpReconstructor(ImageKernels.java())
        .reconstruct(
            new FacePhoto(photo.picture(), face),
            new Motion(Expression.NEUTRAL, photo.landmarks(), to),
            null,
            out);
    return new Labelled(out, to);
  }

  private static Image blurred(Image picture, double sigma) {
    Image out = picture.copy();
    int pixels = picture.width() * picture.height();
    float[] plane = new float[pixels];
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < pixels; i++) {
        plane[i] = out.data()[3 * i + k] & 0xff;
      }
      ImageKernels.java().blur(plane, picture.width(), picture.height(), sigma, plane);
      for (int i = 0; i < pixels; i++) {
        out.data()[3 * i + k] = (byte) (int) (plane[i] + 0.5f);
      }
    }
    return out;
  }
}
