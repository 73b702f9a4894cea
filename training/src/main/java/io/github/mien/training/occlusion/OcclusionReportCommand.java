package io.github.mien.training.occlusion;

import io.github.mien.Mien;
import io.github.mien.Target;
import io.github.mien.UnusableFaceException;
import io.github.mien.expression.Preset;
import io.github.mien.expression.Presets;
import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Planes;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import io.github.mien.reconstruct.FaceFill;
import io.github.mien.reconstruct.FacePhoto;
import io.github.mien.reconstruct.Occluder;
import io.github.mien.reconstruct.VisibilityNetwork;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Photos;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.detector.Scenes;
import io.github.mien.training.render.Likeness;
import io.github.mien.training.synth.Chance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures on the validation portraits what is found in front of faces and filled behind it. */
@Command(
    name = "occlusion-report",
    description = "Measures what is found in front of faces, and how well faces are filled.",
    mixinStandardHelpOptions = true)
public final class OcclusionReportCommand implements Callable<Integer> {
  private static final double LEAST = 0.25;
  private static final double MOST = 0.35;
  private static final double ALARM = 0.01;
  private static final float FOUND = 0.5f;
  private static final int WARM_UP = 30;
  private static final int RUNS = 200;
  private static final List<String> SHOWN = List.of("asleep", "laugh", "shocked");

  @Option(names = "--data", required = true, description = "Folder with portraits and scenes.")
  private Path data = Path.of(".");

  @Option(
      names = "--model",
      paramLabel = "NAME=FILE",
      description = "A file in the place of an embedded model; may be repeated.")
  private Map<String, Path> models = new LinkedHashMap<>();

  @Option(names = "--backend", description = "Back end by name.")
  private @Nullable String backend;

  @Option(names = "--every", description = "Takes every so many portraits (${DEFAULT-VALUE}).")
  private int every = 1;

  @Option(names = "--pictures", description = "Folder for pictures of what was done.")
  private @Nullable Path pictures;

  private final ImageKernels kernels = ImageKernels.java();

  @Override
  public Integer call() throws IOException {
    List<LabelledPhoto> photos = new ArrayList<>();
    List<LabelledPhoto> all = Portraits.read(data).validation();
    for (int i = 0; i < all.size(); i += every) {
      photos.add(all.get(i));
    }
    ModelStore store = ModelStore.embedded();
    for (Map.Entry<String, Path> model : models.entrySet()) {
      store = store.with(model.getKey(), model.getValue());
    }
    InferenceBackend chosen = Backends.discover().choose(backend);
    try (Mien mien = Mien.builder().models(store).backend(chosen.name()).build();
        InferenceSession finding =
            store.open(ModelStore.VISIBILITY, chosen, SessionOptions.DEFAULT);
        InferenceSession filling = store.open(ModelStore.FILL, chosen, SessionOptions.DEFAULT)) {
      VisibilityNetwork visibility = new VisibilityNetwork(finding, kernels);
      falseAlarms(photos, mien, visibility);
      covered(photos, mien, visibility, new FaceFill(filling, kernels));
      time(photos.get(0), visibility);
    }
    return 0;
  }

  /** How often something is seen before faces with nothing in front. */
  private void falseAlarms(List<LabelledPhoto> photos, Mien mien, VisibilityNetwork visibility)
      throws IOException {
    Map<String, int[]> sets = new LinkedHashMap<>();
    for (LabelledPhoto photo : photos) {
      Image picture = Photos.read(photo.file());
      FacePhoto face = new FacePhoto(picture, mien.target(picture).face().face());
      Occluder found = visibility.find(face);
      int[] counts = sets.computeIfAbsent(photo.set(), name -> new int[3]);
      double share = share(found, face.face().landmarks());
      counts[0]++;
      counts[1] += share > 0 ? 1 : 0;
      counts[2] += share > ALARM ? 1 : 0;
      if (share > 0.2 * ALARM) {
        save("alarm-" + percent(share), photo, List.of(picture, shown(picture, found)), face);
      }
    }
    System.out.println(
        "| portraits as they are | photos | something found | above 1 % of the face |");
    System.out.println("|---|---|---|---|");
    sets.forEach((name, n) -> System.out.printf("| %s | %d | %d | %d |%n", name, n[0], n[1], n[2]));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%04.1f", 100 * share);
  }

  /** The share of a face that is found to be rather hidden than not. */
  private static double share(Occluder found, Landmarks face) {
    float[] shares = found.shares();
    for (int i = 0; i < shares.length; i++) {
      shares[i] = shares[i] > FOUND ? 1 : 0;
    }
    return Occluder.of(face, shares, Occluder.SIDE).hidden(face);
  }

  /** What is found of drawn things, and how the filled faces compare with the photos. */
  private void covered(
      List<LabelledPhoto> photos, Mien mien, VisibilityNetwork visibility, FaceFill fill)
      throws IOException {
    Map<String, Thing> kinds = kinds(photos);
    Map<String, Figures> rows = new LinkedHashMap<>();
    kinds.keySet().forEach(kind -> rows.put(kind, new Figures()));
    Figures sum = new Figures();
    Chance chance = Chance.of(11);
    List<Map.Entry<String, Thing>> list = List.copyOf(kinds.entrySet());
    for (int i = 0; i < photos.size(); i++) {
      Map.Entry<String, Thing> one = list.get(i % list.size());
      String kind = one.getKey();
      boolean thin = kind.equals("glasses") || kind.equals("hair");
      Optional<CoveredPhoto> made =
          CoveredPhoto.of(
              photos.get(i), one.getValue(), thin ? 0.01 : LEAST, thin ? 0.3 : MOST, chance);
      if (made.isEmpty()) {
        continue;
      }
      CoveredPhoto photo = made.get();
      try {
        Target target = mien.target(photo.covered());
        FacePhoto face = new FacePhoto(photo.covered(), target.face().face());
        Occluder found = visibility.find(face);
        Image known = filled(photo.covered(), photo.points(), photo.occluder(), fill);
        Image masked = filled(photo.covered(), photo.points(), found, fill);
        Image guessed = filled(photo.covered(), face.face().landmarks(), found, fill);
        double overlap = overlap(found, photo);
        for (Figures figures : thin ? List.of(row(rows, kind)) : List.of(row(rows, kind), sum)) {
          figures.add(photo, known, masked, guessed, overlap);
        }
        sheet(kind, photos.get(i), photo, target, found, known, guessed, face);
      } catch (UnusableFaceException e) {
        row(rows, kind).missed++;
        sum.missed++;
      }
    }
    System.out.println(
        "| in front | faces | not found | covered | overlap | SSIM covered | filled, true mask |"
            + " filled, found mask | filled, found mask and points |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    rows.forEach((kind, figures) -> System.out.println("| " + kind + figures));
    System.out.println("| all that cover 25..35 %" + sum);
  }

  private static Figures row(Map<String, Figures> rows, String kind) {
    return rows.computeIfAbsent(kind, name -> new Figures());
  }

  private Map<String, Thing> kinds(List<LabelledPhoto> photos) throws IOException {
    List<AlignedFace> skins = new ArrayList<>();
    for (int i = 0; i < photos.size(); i += 4) {
      skins.add(Portrait.read(photos.get(i)).aligned());
    }
    Textures textures = new Textures(Scenes.heldOut(data.resolve("scenes")), Chance.of(3));
    Map<String, Thing> kinds = new LinkedHashMap<>();
    kinds.put("hand", new Hand(skins));
    kinds.put("microphone", new Microphone());
    kinds.put("piece of something", new Piece(textures));
    kinds.put("cloth", new Cloth(textures));
    kinds.put("telephone", new Phone(textures));
    kinds.put("cup (never learnt)", new Cup(textures));
    kinds.put("glasses", new Glasses());
    kinds.put("hair", new Strands());
    return kinds;
  }

  private static Image filled(Image covered, Landmarks face, Occluder occluder, FaceFill fill) {
    Image picture = covered.copy();
    fill.paint(face, occluder, picture);
    return picture;
  }

  /** Of what was found with what is there, within the face. */
  private static double overlap(Occluder found, CoveredPhoto photo) {
    Landmarks face = photo.points();
    AlignedFace place = AlignedFace.cut(photo.bare(), face, photo.occluder().crop());
    boolean[] inside = place.inside();
    float[] truth = photo.occluder().shares();
    float[] guess = found.shares();
    Affine toPicture = photo.occluder().crop().toPicture(Occluder.SIDE);
    Affine toGuess = found.crop().toPicture(Occluder.SIDE).inverse();
    int both = 0, either = 0;
    for (int i = 0; i < inside.length; i++) {
      if (inside[i]) {
        double px = toPicture.mapX(i % Occluder.SIDE, i / Occluder.SIDE);
        double py = toPicture.mapY(i % Occluder.SIDE, i / Occluder.SIDE);
        int u = clamp(toGuess.mapX(px, py)), v = clamp(toGuess.mapY(px, py));
        boolean a = truth[i] > FOUND, b = guess[v * Occluder.SIDE + u] > FOUND;
        both += a && b ? 1 : 0;
        either += a || b ? 1 : 0;
      }
    }
    return either == 0 ? 1 : (double) both / either;
  }

  private static int clamp(double v) {
    return (int) Math.max(0, Math.min(Occluder.SIDE - 1, Math.round(v)));
  }

  /** Means over the faces with one kind of thing in front. */
  private static final class Figures {
    private int faces;
    private int missed;
    private double covered;
    private double overlap;
    private double before;
    private double known;
    private double masked;
    private double guessed;

    void add(
        CoveredPhoto photo, Image knownFill, Image maskedFill, Image guessedFill, double found) {
      faces++;
      covered += photo.occluder().hidden(photo.points());
      overlap += found;
      before += ssim(photo.covered(), photo);
      known += ssim(knownFill, photo);
      masked += ssim(maskedFill, photo);
      guessed += ssim(guessedFill, photo);
    }

    private static double ssim(Image filled, CoveredPhoto photo) {
      Rect area = box(photo.points(), photo.bare());
      boolean[] region = region(photo.points(), area);
      Likeness likeness = new Likeness(area.width());
      likeness.add(planes(filled, area), planes(photo.bare(), area), region);
      return likeness.ssim();
    }

    private static float[] planes(Image picture, Rect area) {
      return Planes.of(picture.view(area), 1 / 255f, 0).data();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          " | %d | %d | %.0f %% | %.3f | %.3f | %.3f | %.3f | %.3f |",
          faces,
          missed,
          100 * covered / faces,
          overlap / faces,
          before / faces,
          known / faces,
          masked / faces,
          guessed / faces);
    }
  }

  private static Rect box(Landmarks face, Image picture) {
    Box box = face.bounds();
    int x = (int) Math.floor(box.x0()) - 8, y = (int) Math.floor(box.y0()) - 8;
    int right = (int) Math.ceil(box.x1()) + 8, bottom = (int) Math.ceil(box.y1()) + 8;
    return new Rect(x, y, right - x, bottom - y).intersection(picture.bounds());
  }

  /** The inside of the face's outline in an area. */
  private static boolean[] region(Landmarks face, Rect area) {
    double[] outline = face.xy(FaceMesh.outline());
    Layer.Shape inside = Solids.polygon(outline);
    boolean[] region = new boolean[area.width() * area.height()];
    for (int i = 0; i < region.length; i++) {
      double x = area.x() + i % area.width(), y = area.y() + i / area.width();
      region[i] = inside.cover(x, y) > 0.5;
    }
    return region;
  }

  /** The covered photo, what was found, the filled faces, and three expressions. */
  private void sheet(
      String kind,
      LabelledPhoto name,
      CoveredPhoto photo,
      Target target,
      Occluder found,
      Image known,
      Image guessed,
      FacePhoto face)
      throws IOException {
    if (pictures == null) {
      return;
    }
    List<Image> versions =
        new ArrayList<>(
            List.of(photo.bare(), photo.covered(), shown(photo.covered(), found), known, guessed));
    for (String shown : SHOWN) {
      Preset preset = Presets.embedded().get(shown);
      versions.add(target.show(preset).image());
    }
    save(kind.replaceAll("\\W+", "-"), name, versions, face);
  }

  /** A picture in which what is in front is red. */
  private static Image shown(Image picture, Occluder occluder) {
    Image marked = picture.copy();
    float[] shares = occluder.shares();
    Affine toCrop = occluder.crop().toPicture(Occluder.SIDE).inverse();
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        double u = toCrop.mapX(x, y), v = toCrop.mapY(x, y);
        if (u >= 0 && v >= 0 && u < Occluder.SIDE && v < Occluder.SIDE) {
          float share = shares[(int) v * Occluder.SIDE + (int) u];
          int red = marked.index(x, y);
          int level = marked.data()[red] & 0xff;
          marked.data()[red] = (byte) Math.round(level + 0.7f * share * (255 - level));
        }
      }
    }
    return marked;
  }

  private void save(String prefix, LabelledPhoto photo, List<Image> versions, FacePhoto face)
      throws IOException {
    if (pictures == null) {
      return;
    }
    Box box = face.face().landmarks().bounds();
    int margin = (int) (0.22 * box.height());
    int x = (int) box.x0() - margin, y = (int) box.y0() - margin;
    Rect area =
        new Rect(x, y, (int) box.width() + 2 * margin, (int) box.height() + 2 * margin)
            .intersection(versions.get(0).bounds());
    Image sheet = Image.create(versions.size() * area.width(), area.height(), 3);
    for (int i = 0; i < versions.size(); i++) {
      Rect place = new Rect(i * area.width(), 0, area.width(), area.height());
      versions.get(i).view(area).copyTo(sheet.view(place));
    }
    Files.createDirectories(pictures);
    String name = prefix + "-" + photo.name().replace('/', '-').replaceAll("\\.\\w+$", ".png");
    ImageIO.write(Photos.toBuffered(sheet), "png", pictures.resolve(name).toFile());
  }

  private static void time(LabelledPhoto photo, VisibilityNetwork visibility) throws IOException {
    Image picture = Photos.read(photo.file());
    Detection detection = new Detection(photo.landmarks().bounds(), 1, new float[10]);
    FacePhoto face =
        new FacePhoto(picture, new Face(detection, photo.landmarks(), 1, new float[0]));
    double[] times = new double[RUNS];
    for (int i = -WARM_UP; i < RUNS; i++) {
      long start = System.nanoTime();
      visibility.find(face);
      if (i >= 0) {
        times[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(times);
    System.out.printf(Locale.ROOT, "found in %.2f ms, median of %d%n", times[RUNS / 2], RUNS);
  }
}
