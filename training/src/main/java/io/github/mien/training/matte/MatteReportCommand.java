package io.github.mien.training.matte;

import io.github.mien.face.FaceCrop;
import io.github.mien.image.Bilinear;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Planes;
import io.github.mien.inference.SessionOptions;
import io.github.mien.matte.HeadCutOut;
import io.github.mien.matte.Matte;
import io.github.mien.model.ModelStore;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.detector.Scenes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures mattes on validation people before scenes that no training saw. */
@Command(
    name = "matte-report",
    description = "Measures how well people are told from what is behind them.",
    mixinStandardHelpOptions = true)
public final class MatteReportCommand implements Callable<Integer> {
  private static final int SIDE = MatteBatch.SIDE;

  /** The square that composed pictures show, in their pixels. */
  private static final FaceCrop WHOLE =
      new FaceCrop((Figure.SIDE - 1) / 2.0, (Figure.SIDE - 1) / 2.0, Figure.SIDE, 0);

  @Spec private CommandSpec spec;

  @Option(names = "--data", required = true, description = "Folder with portraits and scenes.")
  private Path data = Path.of(".");

  @Option(names = "--model", description = "File to measure; default: the embedded one.")
  private @Nullable Path model;

  @Override
  public Integer call() throws IOException {
    List<Person> people = Person.keyed(Portraits.read(data).validation());
    List<Image> scenes = Scenes.heldOut(data.resolve("scenes"));
    ModelStore store = ModelStore.embedded();
    if (model != null) {
      store = store.with(ModelStore.MATTE, model);
    }
    MatteError coarse = new MatteError(), enlarged = new MatteError(), refined = new MatteError();
    List<ComposedPerson> pictures = MatteScore.pictures(people, scenes);
    long[] times = new long[pictures.size()];
    try (InferenceSession session =
        store.open(ModelStore.MATTE, Backends.discover().choose(null), new SessionOptions(1))) {
      for (int i = 0; i < times.length; i++) {
        ComposedPerson one = pictures.get(i);
        long start = System.nanoTime();
        float[] found = run(session, one.picture());
        times[i] = System.nanoTime() - start;
        coarse.add(found, one.alpha(), SIDE);
        enlarged.add(Bilinear.resized(found, SIDE, Figure.SIDE), one.largeAlpha(), Figure.SIDE);
        refined.add(refined(found, one.large()), one.largeAlpha(), Figure.SIDE);
      }
    }
    Arrays.sort(times);
    spec.commandLine()
        .getOut()
        .printf(
            "network, %d pixels: %s%nenlarged to %d: %s%nalong the edges: %s%nmedian %.2f ms%n",
            SIDE, coarse, Figure.SIDE, enlarged, refined, times[times.length / 2] / 1e6);
    return 0;
  }

  private static float[] run(InferenceSession session, Image picture) {
    return InferenceSession.output(
            session.run(Map.of("picture", Planes.of(picture, 1 / 255f, 0))), "alpha")
        .data()
        .clone();
  }

  private static float[] refined(float[] found, Image picture) {
    Image cut = HeadCutOut.of(picture, new Matte(WHOLE, found, SIDE), ImageKernels.java());
    float[] alpha = new float[Figure.SIDE * Figure.SIDE];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = (cut.data()[4 * i + 3] & 0xff) / 255f;
    }
    return alpha;
  }
}
