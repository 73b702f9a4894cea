package io.github.mien.training.render;

import io.github.mien.Mien;
import io.github.mien.expression.Expression;
import io.github.mien.face.FaceCrop;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Planes;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import io.github.mien.reconstruct.FaceRenderer;
import io.github.mien.training.data.PaintablePhotos;
import io.github.mien.training.data.Portraits;
import io.github.mien.transfer.Motion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the renderer on validation photos, as the pipeline runs it. */
@Command(
    name = "renderer-report",
    description = "Prints how near moved faces are to photos without and with the renderer.",
    mixinStandardHelpOptions = true)
public final class RendererReportCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, description = "Folder with portraits.")
  private Path data = Path.of(".");

  @Option(names = "--model", description = "Another renderer.onnx than the embedded one.")
  private @Nullable Path model;

  @Override
  public Integer call() throws IOException {
    ModelStore store = ModelStore.embedded();
    if (model != null) {
      store = store.with(ModelStore.RENDERER, model);
    }
    Portraits portraits = Portraits.read(data);
    try (Mien mien = Mien.builder().renderer(false).occlusion(false).build();
        InferenceSession network =
            store.open(
                ModelStore.RENDERER, Backends.discover().choose(null), new SessionOptions(1))) {
      FaceRenderer renderer = new FaceRenderer(network, ImageKernels.java());
      RenderScore score =
          RenderScore.of(
              new MovedFaces(
                  mien, mien.reconstructor(), PaintablePhotos.of(portraits.validation()), false));
      System.out.println(
          "PSNR, SSIM and gradient difference (levels), without -> with the renderer"
              + score.measure((face, crop) -> painted(renderer, face)));
    }
    return 0;
  }

  private static float[] painted(FaceRenderer renderer, Moved face) {
    Image picture = face.picture().copy();
    renderer.paint(new Motion(Expression.NEUTRAL, face.from(), face.to()), picture);
    Image crop = Image.create(RenderBatch.SIDE, RenderBatch.SIDE, 3);
    FaceCrop.of(face.to()).cut(picture, ImageKernels.java(), crop);
    float[] planes = new float[3 * RenderBatch.PLANE];
    Planes.write(crop, 1 / 255f, 0, planes, 0);
    return planes;
  }
}
