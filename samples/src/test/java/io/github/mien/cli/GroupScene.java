package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.face.Box;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import java.util.EnumMap;
import java.util.Map;

/** A picture of several sample faces, each painted over those before it. */
final class GroupScene {
  private final Map<SampleFace, Image> photos = new EnumMap<>(SampleFace.class);
  private final Map<SampleFace, Landmarks> faces = new EnumMap<>(SampleFace.class);
  private final Image picture;

  GroupScene(Mien mien, int width, int height) {
    for (SampleFace face : SampleFace.values()) {
      Image photo = face.load();
      photos.put(face, photo);
      faces.put(face, mien.align(photo).get(0).landmarks());
    }
    picture = Image.create(width, height, 3);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int p = picture.index(x, y);
        picture.data()[p] = (byte) (110 + 40 * y / height);
        picture.data()[p + 1] = (byte) (140 + 20 * x / width);
        picture.data()[p + 2] = (byte) 170;
      }
    }
  }

  Image picture() {
    return picture;
  }

  /**
   * Paints a head.
   *
   * @param height of the face in pixels
   * @return its points
   */
  Landmarks add(SampleFace who, double height, double x, double y) {
    Box face = faces.get(who).bounds();
    double scale = height / face.height();
    double middleX = (face.x0() + face.x1()) / 2;
    double middleY = (face.y0() + face.y1()) / 2;
    Affine toScene = Affine.similarity(scale, 0, x - scale * middleX, y - scale * middleY);
    double radiusX = 0.72 * scale * face.width();
    double radiusY = 0.72 * height;
    int left = (int) (x - radiusX), top = (int) (y - radiusY);
    Rect area = new Rect(left, top, (int) (2 * radiusX) + 1, (int) (2 * radiusY) + 1);
    Image painted = Image.create(area.width(), area.height(), 3);
    Affine toPhoto = new Affine(1, 0, left, 0, 1, top).then(toScene.inverse());
    ImageKernels.java().warp(photos.get(who), toPhoto, painted);
    Image scene = picture.view(area);
    for (int py = 0; py < area.height(); py++) {
      for (int px = 0; px < area.width(); px++) {
        if (Math.hypot((left + px - x) / radiusX, (top + py - y) / radiusY) < 1) {
          System.arraycopy(
              painted.data(), painted.index(px, py), scene.data(), scene.index(px, py), 3);
        }
      }
    }
    return faces.get(who).map(toScene);
  }
}
