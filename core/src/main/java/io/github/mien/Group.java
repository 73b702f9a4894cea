package io.github.mien;

import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Edit;
import io.github.mien.expression.Performance;
import io.github.mien.expression.Preset;
import io.github.mien.face.Face;
import io.github.mien.image.Image;
import io.github.mien.reconstruct.FaceMove;
import io.github.mien.reconstruct.GroupReconstructor;
import io.github.mien.transfer.Motion;
import io.github.mien.transfer.TransferOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A photo of several people, any of whose faces can be given expressions: it is analysed once. Of
 * two faces that overlap the nearer stays in front, and nobody's face changes who was not asked
 * for. Immutable and thread-safe while nobody writes to the picture, which is shared, not copied.
 * Usable until its {@link Mien} is closed.
 */
public final class Group {
  private final Stages stages;
  private final Image image;
  private final List<Face> all;
  private final List<EncodedFace> faces;
  private final Map<Stage, Duration> times;

  Group(Stages stages, Image image, Stages.GroupAnalysis analysis, Map<Stage, Duration> times) {
    this.stages = stages;
    this.image = image;
    this.all = List.copyOf(analysis.all());
    this.faces = List.copyOf(analysis.faces());
    this.times = Map.copyOf(times);
  }

  /** The photo, shared. */
  public Image image() {
    return image;
  }

  /**
   * The faces that can be changed and what they show now, from left to right whatever their height.
   * Faces that are too small are not among them.
   */
  public List<EncodedFace> faces() {
    return faces;
  }

  /** What finding and reading the faces took. */
  public Map<Stage, Duration> times() {
    return times;
  }

  /**
   * Gives faces a ready-made expression, wholly.
   *
   * @param who which faces
   * @param preset what they show
   */
  public GroupResult show(FaceChoice who, Preset preset) {
    return show(who, preset, TransferOptions.DEFAULT);
  }

  /**
   * Gives faces a ready-made expression.
   *
   * @param who which faces
   * @param preset what they show
   * @param options strength, weights and the like
   */
  public GroupResult show(FaceChoice who, Preset preset, TransferOptions options) {
    return show(who, preset.performance(), options);
  }

  /**
   * Gives faces an expression that no photo shows, such as one put together from coefficients.
   *
   * @param who which faces
   * @param performance what they show, against the same face at rest
   * @param options strength, weights and the like
   */
  public GroupResult show(FaceChoice who, Performance performance, TransferOptions options) {
    return paint(who, face -> stages.transfer().plan(performance, face, options));
  }

  /**
   * Sets coefficients of faces and leaves the others as they are.
   *
   * @param who which faces
   * @param edit what is set
   */
  public GroupResult show(FaceChoice who, Edit edit) {
    return paint(who, face -> stages.transfer().plan(edit, face));
  }

  /**
   * Gives faces the whole expression of a source.
   *
   * @param who which faces
   * @param source whose expression they show
   */
  public GroupResult show(FaceChoice who, Source source) {
    return show(who, source, TransferOptions.DEFAULT);
  }

  /**
   * Gives faces the expression of a source.
   *
   * @param who which faces
   * @param source whose expression they show
   * @param options strength, weights and the like
   */
  public GroupResult show(FaceChoice who, Source source, TransferOptions options) {
    Map<Integer, Source> cast = new TreeMap<>();
    who.among(faces).forEach(place -> cast.put(place, source));
    return show(cast, options);
  }

  /**
   * Gives faces the expressions of the people of another photo.
   *
   * @param sources such as those of {@link Mien#sources}
   * @param casting who drives whom
   * @param options strength, weights and the like
   */
  public GroupResult show(List<Source> sources, Casting casting, TransferOptions options) {
    List<EncodedFace> shown = sources.stream().map(Source::face).toList();
    Map<Integer, Source> cast = new TreeMap<>();
    casting
        .assign(faces, shown)
        .forEach((place, source) -> {
          Places.check("source", source, sources.size());
          cast.put(place, sources.get(source));
        });
    return show(cast, options);
  }

  /**
   * Gives each of some faces the expression of a source of its own.
   *
   * @param sources by the place of the face, from 0, left to right
   * @param options strength, weights and the like
   */
  public GroupResult show(Map<Integer, Source> sources, TransferOptions options) {
    for (Source source : new LinkedHashSet<>(sources.values())) {
      stages.use().requireConsent(Role.SOURCE, source.image(), source.faces());
    }
    Stopwatch watch = new Stopwatch();
    Map<Integer, FaceMove> moves = new TreeMap<>();
    sources.forEach((place, source) -> {
      Places.check("face", place, faces.size());
      EncodedFace face = faces.get(place);
      Motion motion =
          watch.time(
              Stage.TRANSFER, () -> stages.transfer().plan(source.performance(), face, options));
      moves.put(place, new FaceMove(face.face(), motion, source.photo()));
    });
    return paint(moves, watch);
  }

  private GroupResult paint(FaceChoice who, Function<EncodedFace, Motion> plan) {
    Stopwatch watch = new Stopwatch();
    Map<Integer, FaceMove> moves = new TreeMap<>();
    for (int place : who.among(faces)) {
      EncodedFace face = faces.get(place);
      Motion motion = watch.time(Stage.TRANSFER, () -> plan.apply(face));
      moves.put(place, new FaceMove(face.face(), motion, null));
    }
    return paint(moves, watch);
  }

  private GroupResult paint(Map<Integer, FaceMove> moves, Stopwatch watch) {
    List<Face> changed = moves.values().stream().map(FaceMove::face).toList();
    stages.use().requireConsent(Role.TARGET, image, changed);
    GroupReconstructor reconstructor = new GroupReconstructor(stages.painters().whole());
    Image out =
        watch.time(
            Stage.RECONSTRUCT,
            () -> reconstructor.reconstruct(image, all, new ArrayList<>(moves.values())));
    Map<Integer, Motion> motions = new TreeMap<>();
    moves.forEach((place, move) -> motions.put(place, move.motion()));
    return new GroupResult(out, motions, watch.times(), stages.use().marks());
  }
}
