package io.github.mien.training.landmarker;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.data.ReferenceLandmarker;
import io.github.mien.training.data.Scenes;
import io.github.mien.training.synth.FaceMixer;
import io.github.mien.training.synth.Jpeg;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes new faces out of the training photos and labels them with the reference. */
@Command(
    name = "generate-faces",
    description = "Mixes the training photos to new faces, labelled by the MediaPipe landmarker.",
    mixinStandardHelpOptions = true)
public final class GenerateFacesCommand implements Callable<Integer> {
  /** The reference must be sure of a face, and not far from where its points were meant to go. */
  private static final float MIN_PRESENCE = 0.8f;

  private static final double MAX_ASTRAY = 12;

  @Option(names = "--data", required = true, description = "Folder with portraits and scenes.")
  private Path data = Path.of(".");

  @Option(names = "--reference", required = true, description = "Path of face_landmarker.task.")
  private Path reference = Path.of(".");

  @Option(names = "--out", required = true, description = "Folder for pictures and labels.")
  private Path out = Path.of(".");

  @Option(names = "--count", description = "Pictures (${DEFAULT-VALUE}).")
  private int count = 4000;

  @Option(names = "--largest", description = "Pixels on a side at most (${DEFAULT-VALUE}).")
  private int largest = FaceSource.ENOUGH;

  @Option(names = "--seed", description = "Seed (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    List<FaceMixer.Portrait> faces = new ArrayList<>();
    for (LabelledPhoto photo : Portraits.read(data).training()) {
      FaceSource face = FaceSource.read(photo, largest);
      faces.add(new FaceMixer.Portrait(face.picture(), face.landmarks()));
    }
    FaceMixer mixer = new FaceMixer(faces, Scenes.read(data));
    ReferenceLandmarker landmarker = ReferenceLandmarker.open(reference);
    Files.createDirectories(out);
    int kept = 0;
    try (BufferedWriter labels = Files.newBufferedWriter(out.resolve("labels.jsonl"))) {
      for (int i = 0; i < count; i++) {
        FaceMixer.Portrait made = mixer.make(new SplittableRandom(seed * 1_000_003 + i));
        ReferenceLandmarker.Reading label =
            landmarker.twoPasses(made.picture(), FaceCrop.of(made.landmarks()));
        LandmarkError astray = new LandmarkError();
        astray.add(label.landmarks(), made.landmarks());
        if (label.presence() >= MIN_PRESENCE && astray.all() < MAX_ASTRAY) {
          String name = "%05d.jpg".formatted(i);
          Files.write(out.resolve(name), Jpeg.encode(made.picture(), 0.95f));
          labels.write(line(name, label.landmarks()));
          labels.newLine();
          kept++;
        }
      }
    }
    System.out.printf("%d of %d pictures kept%n", kept, count);
    return 0;
  }

  private static String line(String name, Landmarks points) {
    StringBuilder line = new StringBuilder("{\"file\":\"" + name + "\",\"landmarks\":[");
    for (int i = 0; i < Landmarks.COUNT; i++) {
      line.append(i == 0 ? "[" : ",[")
          .append(
              String.format(Locale.ROOT, "%.2f,%.2f,%.2f]", points.x(i), points.y(i), points.z(i)));
    }
    return line.append("]}").toString();
  }
}
