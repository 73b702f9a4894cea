package io.github.mien.reconstruct;

import io.github.mien.face.Box;
import io.github.mien.face.Face;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Moves several faces of one photo, from the smallest, which most likely is the farthest, to the
 * largest. Each sees the picture as those before it left it, and none changes another's face, but
 * where it is in front of it. Thread-safe.
 */
public final class GroupReconstructor {
  /** What a reconstructor may write around the box of a face, in sizes of that box. */
  private static final double SURROUNDINGS = 1;

  private final Reconstructor reconstructor;

  /**
   * @param reconstructor moves a single face
   */
  public GroupReconstructor(Reconstructor reconstructor) {
    this.reconstructor = reconstructor;
  }

  /**
   * @param photo read only
   * @param faces all that it shows, moved or not
   * @param moves of some of them
   * @return a new picture
   */
  public Image reconstruct(Image photo, List<Face> faces, List<FaceMove> moves) {
    Image out = photo.copy();
    Image soFar = moves.size() == 1 ? photo : photo.copy();
    List<FaceMove> farthestFirst = new ArrayList<>(moves);
    farthestFirst.sort(Comparator.comparingDouble(move -> DepthOrder.size(move.face())));
    for (int i = 0; i < farthestFirst.size(); i++) {
      FaceMove move = farthestFirst.get(i);
      reconstructor.reconstruct(
          new FacePhoto(soFar, move.face()), move.motion(), move.source(), out);
      Rect written = written(move, photo);
      NeighbouringFaces.of(move, faces).putBack(soFar, out, written);
      if (i < farthestFirst.size() - 1) {
        out.view(written).copyTo(soFar.view(written));
      }
    }
    return out;
  }

  /** Where a move may have changed the picture. */
  private static Rect written(FaceMove move, Image photo) {
    Landmarks from = move.motion().from();
    Landmarks to = move.motion().to();
    Rect before = around(from.bounds());
    return photo.bounds().intersection(before.union(around(to.bounds())));
  }

  private static Rect around(Box face) {
    double x = SURROUNDINGS * face.width();
    double y = SURROUNDINGS * face.height();
    int left = (int) Math.floor(face.x0() - x);
    int top = (int) Math.floor(face.y0() - y);
    int right = (int) Math.ceil(face.x1() + x);
    int bottom = (int) Math.ceil(face.y1() + y);
    return new Rect(left, top, right - left, bottom - top);
  }
}
