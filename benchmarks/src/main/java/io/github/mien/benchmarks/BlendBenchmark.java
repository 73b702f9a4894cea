package io.github.mien.benchmarks;

import io.github.mien.blend.BlendMode;
import io.github.mien.blend.Blender;
import io.github.mien.blend.Mask;
import io.github.mien.image.Image;
import io.github.mien.onnx.OnnxBlender;
import java.util.concurrent.TimeUnit;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.photo.Photo;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One face blended into another under an elliptic mask that nearly fills the picture, one thread;
 * OpenCV's {@code seamlessClone} beside Mien's, pixels in native memory already.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class BlendBenchmark {
  /** Side of both pictures, in pixels. */
  @Param({"512", "1024"})
  public int size;

  /** Whose detail is kept. */
  @Param({"NORMAL", "MIXED", "MONOCHROME"})
  public BlendMode mode;

  private Blender java;
  private OnnxBlender graph;
  private Image source;
  private Image target;
  private Image result;
  private Mask mask;
  private Mat openCvSource;
  private Mat openCvTarget;
  private Mat openCvMask;
  private Mat openCvResult;
  private Point centre;
  private int flags;

  @Setup
  public void load() {
    source = Portraits.square("woman-smiling.jpg", size);
    target = Portraits.square("older-man.jpg", size);
    result = target.copy();
    mask = ellipse(size);
    java = Blender.java();
    graph = new OnnxBlender();

    OpenCvPictures.load();
    openCvSource = OpenCvPictures.of(source);
    openCvTarget = OpenCvPictures.of(target);
    openCvMask = new Mat(size, size, CvType.CV_8UC1);
    openCvMask.put(0, 0, mask.data());
    openCvResult = new Mat();
    centre = new Point(size / 2, size / 2);
    flags =
        switch (mode) {
          case NORMAL -> Photo.NORMAL_CLONE;
          case MIXED -> Photo.MIXED_CLONE;
          case MONOCHROME -> Photo.MONOCHROME_TRANSFER;
        };
  }

  @TearDown
  public void close() {
    graph.close();
  }

  private static Mask ellipse(int size) {
    Mask mask = Mask.create(size, size);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double u = (2 * x + 1.0) / size - 1;
        double v = (2 * y + 1.0) / size - 1;
        if (Math.hypot(u / 0.96, v / 0.9) < 1) {
          mask.data()[mask.index(x, y)] = (byte) 255;
        }
      }
    }
    return mask;
  }

  @Benchmark
  public Image java() {
    target.copyTo(result);
    java.blend(source, mask, result, 0, 0, mode);
    return result;
  }

  @Benchmark
  public Image onnxRuntime() {
    target.copyTo(result);
    graph.blend(source, mask, result, 0, 0, mode);
    return result;
  }

  @Benchmark
  public Mat openCvSeamlessClone() {
    Photo.seamlessClone(openCvSource, openCvTarget, openCvMask, centre, openCvResult, flags);
    return openCvResult;
  }
}
