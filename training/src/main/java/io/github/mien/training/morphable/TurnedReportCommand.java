package io.github.mien.training.morphable;

import io.github.mien.encode.EncodedFace;
import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.encode.MorphableExpressionEncoder;
import io.github.mien.expression.Expression;
import io.github.mien.expression.HeadPose;
import io.github.mien.expression.Performance;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.FaceCrop;
import io.github.mien.face.LandmarkNetworks;
import io.github.mien.face.Landmarker;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.io.Images;
import io.github.mien.inference.Backends;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.Camera;
import io.github.mien.morphable.ExpressionPrior;
import io.github.mien.morphable.MorphableModel;
import io.github.mien.reconstruct.FacePhoto;
import io.github.mien.reconstruct.MeshWarpReconstructor;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.PairedPerson;
import io.github.mien.training.data.Photos;
import io.github.mien.training.data.Portraits;
import io.github.mien.transfer.BlendshapeTransfer;
import io.github.mien.transfer.ExpressionTransfer;
import io.github.mien.transfer.MorphableTransfer;
import io.github.mien.transfer.Motion;
import io.github.mien.transfer.RestingFace;
import io.github.mien.transfer.TransferOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Compares transfers onto turned heads: people at rest, as textured meshes, are turned, and get
 * their own smile from a photo from the front. Where it should move their points is known.
 */
@Command(
    name = "turned-report",
    description = "Compares transfers onto heads turned in space.",
    mixinStandardHelpOptions = true)
public final class TurnedReportCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, description = "Folder with portraits.")
  private Path data = Path.of(".");

  @Option(names = "--model", description = "A morphable.bin instead of the embedded one.")
  private @Nullable Path model;

  @Option(names = "--pictures", description = "Folder for pictures of some people.")
  private @Nullable Path pictures;

  @Option(
      names = "--distance",
      description = "Of the camera from the head, in eye distances (${DEFAULT-VALUE}).")
  private double distance = 8;

  @Option(
      names = "--yaw",
      split = ",",
      description = "Degrees, to one side and the other in turns (${DEFAULT-VALUE}).")
  private double[] yaws = {0, 20, 30, 40};

  @Option(names = "--pitch", description = "Degrees (${DEFAULT-VALUE}).")
  private double pitch = 0;

  @Option(names = "--every", description = "Pictures of every n-th person (${DEFAULT-VALUE}).")
  private int every = 7;

  @Option(names = "--backend", description = "Back end by name.")
  private @Nullable String backend;

  /** Moves a face. */
  private interface Planner {
    Motion plan(Performance source, EncodedFace target);

    static Planner of(ExpressionTransfer transfer) {
      return (source, target) -> transfer.plan(source, target, TransferOptions.DEFAULT);
    }
  }

  /** Reads faces and moves them. */
  private record Method(Function<Landmarks, Expression> encoder, Planner transfer) {}

  /** Sums of errors in percent of the eye distance. */
  private static final class Errors {
    private double exact;
    private double read;
  }

  @Override
  public Integer call() throws IOException {
    ModelStore embedded = ModelStore.embedded();
    ModelStore store = model == null ? embedded : embedded.with(ModelStore.MORPHABLE, model);
    MorphableModel shapes = MorphableModel.load(store);
    Map<String, Method> methods = methods(store, shapes);
    List<LabelledPhoto> photos = Portraits.read(data).validation();
    List<PairedPerson> people = PairedPerson.in(photos);
    System.out.printf(
        Locale.ROOT,
        "%d people, camera at %.0f eye distances, mean error of the points' moves in %% of the eye"
            + " distance%n| yaw | method | points known | points of the landmarker |%n"
            + "|---|---|---|---|%n",
        people.size(),
        distance);
    try (LandmarkNetworks networks =
        LandmarkNetworks.open(store, Backends.discover().choose(backend), SessionOptions.DEFAULT)) {
      Landmarker landmarker = networks.landmarker(ImageKernels.java());
      for (double yaw : yaws) {
        compare(yaw, people, methods, shapes, landmarker);
      }
    }
    return 0;
  }

  private Map<String, Method> methods(ModelStore store, MorphableModel shapes) throws IOException {
    Function<Landmarks, Expression> plane = LandmarkExpressionEncoder.load(store)::encode;
    Function<Landmarks, Expression> fit = MorphableExpressionEncoder.load(store)::encode;
    Planner blendshape = Planner.of(BlendshapeTransfer.load(store));
    Planner far = Planner.of(MorphableTransfer.load(store));
    Planner near =
        Planner.of(
            new MorphableTransfer(
                shapes,
                ExpressionPrior.load(store),
                RestingFace.load(store),
                face -> Camera.Perspective.ofPortrait(face, distance)));
    Map<String, Method> methods = new LinkedHashMap<>();
    methods.put("none", new Method(plane, (s, t) -> still(t.face().landmarks(), t.expression())));
    methods.put("blendshape, landmark encoder", new Method(plane, blendshape));
    methods.put("blendshape, morphable encoder", new Method(fit, blendshape));
    methods.put("morphable, landmark encoder", new Method(plane, near));
    methods.put("morphable, morphable encoder, camera far", new Method(fit, far));
    methods.put("morphable, morphable encoder, camera known", new Method(fit, near));
    return methods;
  }

  private static Motion still(Landmarks face, Expression shown) {
    return new Motion(shown, face, face);
  }

  private void compare(
      double yaw,
      List<PairedPerson> people,
      Map<String, Method> methods,
      MorphableModel shapes,
      Landmarker landmarker)
      throws IOException {
    Map<String, Errors> errors = new LinkedHashMap<>();
    methods.keySet().forEach(name -> errors.put(name, new Errors()));
    for (int i = 0; i < people.size(); i++) {
      PairedPerson person = people.get(i);
      HeadPose pose = new HeadPose(i % 2 == 0 ? yaw : -yaw, pitch, 0);
      TurnedPerson turned = TurnedPerson.of(person, pose, distance, shapes);
      Image picture = drawn(person.rest(), turned.rest());
      Landmarks read = read(landmarker, picture, turned.rest());
      for (Map.Entry<String, Method> entry : methods.entrySet()) {
        Method method = entry.getValue();
        Motion known = move(method, person, turned.rest());
        Motion found = move(method, person, read);
        Errors sum = Objects.requireNonNull(errors.get(entry.getKey()));
        sum.exact += error(known, turned) / people.size();
        sum.read += error(found, turned) / people.size();
        if (pictures != null && i % every == 0) {
          show(entry.getKey(), yaw, i, picture, found, person);
        }
      }
      if (pictures != null && i % every == 0) {
        write(drawn(person.smile(), turned.smile()), "%02d-%.0f-true.png", i, yaw);
      }
    }
    errors.forEach((name, sum) ->
        System.out.printf(
            Locale.ROOT, "| %.0f° | %s | %.2f | %.2f |%n", yaw, name, sum.exact, sum.read));
  }

  private static Motion move(Method method, PairedPerson person, Landmarks target) {
    Performance source =
        new Performance(
            method.encoder.apply(person.smile().landmarks()),
            method.encoder.apply(person.rest().landmarks()));
    Face face = face(target);
    return method.transfer.plan(source, new EncodedFace(face, method.encoder.apply(target)));
  }

  private static Face face(Landmarks landmarks) {
    return new Face(
        new Detection(landmarks.bounds(), 1, new float[10]), landmarks, 1, new float[0]);
  }

  /** How far the moves of the points are from the true ones. */
  private static double error(Motion motion, TurnedPerson truth) {
    double sum = 0;
    for (int p = 0; p < Landmarks.COUNT; p++) {
      double x = motion.to().x(p) - motion.from().x(p) - truth.smile().x(p) + truth.rest().x(p);
      double y = motion.to().y(p) - motion.from().y(p) - truth.smile().y(p) + truth.rest().y(p);
      sum += Math.hypot(x, y);
    }
    return 100 * sum / Landmarks.COUNT / truth.unit();
  }

  private static Landmarks read(Landmarker landmarker, Image picture, Landmarks about) {
    return landmarker.readTwice(picture, FaceCrop.of(about)).landmarks();
  }

  /** The photo warped so that its head looks turned, and the face over it as a mesh. */
  private static Image drawn(LabelledPhoto photo, Landmarks to) throws IOException {
    Image from = Photos.read(photo.file());
    Image out = warped(from, new Motion(Expression.NEUTRAL, photo.landmarks(), to), null);
    new TexturedMesh(from, photo.landmarks()).draw(to, out);
    return out;
  }

  private static Image warped(Image from, Motion motion, @Nullable FacePhoto source) {
    Image out = from.copy();
    new MeshWarpReconstructor(ImageKernels.java())
        .reconstruct(new FacePhoto(from, face(motion.from())), motion, source, out);
    return out;
  }

  private void show(
      String method, double yaw, int i, Image picture, Motion motion, PairedPerson person)
      throws IOException {
    FacePhoto source =
        new FacePhoto(Photos.read(person.smile().file()), face(person.smile().landmarks()));
    write(
        warped(picture, motion, source),
        "%02d-%.0f-" + method.replaceAll("[^a-z]+", "-") + ".png",
        i,
        yaw);
  }

  private void write(Image image, String name, int i, double yaw) throws IOException {
    if (pictures != null) {
      Files.createDirectories(pictures);
      Images.write(image, pictures.resolve(String.format(Locale.ROOT, name, i, yaw)));
    }
  }
}
