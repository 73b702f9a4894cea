package io.github.mien.onnx;

import io.github.mien.blend.BlendMode;
import io.github.mien.blend.Blender;
import io.github.mien.blend.Mask;
import io.github.mien.blend.Overlay;
import io.github.mien.image.Image;
import io.github.mien.inference.InferenceException;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.inference.Tensor;
import io.github.mien.provider.Availability;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Poisson blending as an ONNX graph, so that it runs where inference runs: the equation of {@link
 * Blender}, by multigrid, sizes open. A run of the graph is {@value #CYCLES} cycles; it is repeated
 * until nothing visible changes, at most {@value #MOST_RUNS} times. On a CPU Java's is several
 * times faster, so this one is taken only where it is named.
 *
 * <p>The graph has no weights; the command {@code blend} of the module {@code training} writes it.
 * It is loaded by the first call, which one instance does once. The session's native memory is
 * freed by {@link #close()}.
 */
public final class OnnxBlender implements Blender, AutoCloseable {
  /** V-cycles in the graph. */
  static final int CYCLES = 3;

  /** After which a result is taken as it is. */
  static final int MOST_RUNS = 12;

  /** In levels of 255: what still is to come is no larger. */
  private static final float SMALL_CHANGE = 0.2f;

  private static final String GRAPH = "blend.onnx";

  private @Nullable InferenceSession session;
  private boolean closed;

  /** For {@link java.util.ServiceLoader}. */
  public OnnxBlender() {}

  @Override
  public String name() {
    return "onnxruntime";
  }

  /** Below Java's, which is faster. */
  @Override
  public int priority() {
    return -20;
  }

  @Override
  public Availability probe() {
    return OnnxRuntimeLibrary.get().availability();
  }

  @Override
  public void blend(Image source, Mask mask, Image target, int x, int y, BlendMode mode) {
    Overlay overlay = Overlay.of(source, mask, target, x, y, mode);
    if (overlay.isEmpty()) {
      return;
    }
    float[] added = solve(overlay, mode == BlendMode.MIXED);
    int pixels = overlay.width() * overlay.height();
    float[] row = new float[overlay.width()];
    boolean open = overlay.coversTarget();
    for (int channel = 0; channel < Overlay.CHANNELS; channel++) {
      float shift = open ? shiftToMean(added, channel * pixels, pixels) : 0;
      for (int line = 0; line < overlay.height(); line++) {
        int at = channel * pixels + line * overlay.width();
        System.arraycopy(added, at, row, 0, row.length);
        overlay.writeOnTarget(line, channel, row, shift);
      }
    }
  }

  /** What makes the mean of what is added 0, which the equation leaves open. */
  private static float shiftToMean(float[] added, int first, int pixels) {
    double sum = 0;
    for (int i = first; i < first + pixels; i++) {
      sum += added[i];
    }
    return (float) (-sum / pixels);
  }

  private float[] solve(Overlay overlay, boolean compete) {
    int width = overlay.width(), height = overlay.height();
    int[] planes = {Overlay.CHANNELS, 1, height, width};
    Tensor source = Tensor.of(new float[Overlay.CHANNELS * height * width], planes);
    Tensor target = Tensor.of(new float[Overlay.CHANNELS * height * width], planes);
    fill(overlay, source.data(), target.data());
    Tensor mask = Tensor.of(mask(overlay), 1, 1, height, width);
    Tensor mixed = Tensor.of(new float[] {compete ? 1 : 0}, 1);
    Tensor added = Tensor.of(new float[Overlay.CHANNELS * height * width], planes);
    InferenceSession graph = session();
    for (int run = 0; run < MOST_RUNS; run++) {
      Map<String, Tensor> outputs =
          graph.run(
              Map.of(
                  "source", source, "target", target, "mask", mask, "start", added, "mixed",
                  mixed));
      added = InferenceSession.output(outputs, "added");
      if (InferenceSession.output(outputs, "change").data()[0] < SMALL_CHANGE) {
        break;
      }
    }
    return added.data();
  }

  private static void fill(Overlay overlay, float[] source, float[] target) {
    int i = 0;
    for (int channel = 0; channel < Overlay.CHANNELS; channel++) {
      for (int y = 0; y < overlay.height(); y++) {
        for (int x = 0; x < overlay.width(); x++, i++) {
          source[i] = overlay.sourceLevel(x, y, channel);
          target[i] = overlay.targetLevel(x, y, channel);
        }
      }
    }
  }

  private static float[] mask(Overlay overlay) {
    float[] mask = new float[overlay.width() * overlay.height()];
    float[] row = new float[overlay.width()];
    for (int y = 0; y < overlay.height(); y++) {
      overlay.maskRow(y, row);
      System.arraycopy(row, 0, mask, y * row.length, row.length);
    }
    return mask;
  }

  private synchronized InferenceSession session() {
    if (closed) {
      throw new IllegalStateException("this blender is closed; make another");
    }
    if (session == null) {
      session = new OnnxRuntimeBackend().open(graph(), SessionOptions.DEFAULT);
    }
    return session;
  }

  private static byte[] graph() {
    try (InputStream in = OnnxBlender.class.getResourceAsStream(GRAPH)) {
      if (in == null) {
        throw new InferenceException(GRAPH + " is missing in mien-onnx; its jar is damaged");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new InferenceException(GRAPH + " of mien-onnx cannot be read", e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
