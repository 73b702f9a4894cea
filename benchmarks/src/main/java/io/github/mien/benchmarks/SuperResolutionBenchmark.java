package io.github.mien.benchmarks;

import io.github.mien.Mien;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.superres.SuperResolution;
import java.util.concurrent.TimeUnit;
import nu.pattern.OpenCV;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
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
 * A face enlarged by 4, one thread: the network on both back ends, and the bicubic interpolation of
 * OpenCV, which is what a user has without a network.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class SuperResolutionBenchmark {
  private static final int FACTOR = 4;

  /** Pixels on a side of the small face; the larger one takes four tiles. */
  @Param({"64", "256"})
  private int side;

  private Mien onnxRuntime;
  private Mien openCv;
  private SuperResolution network;
  private SuperResolution networkOnOpenCv;
  private Image face;
  private Mat small;
  private Mat large;

  @Setup
  public void load() throws Exception {
    face = Image.create(side, side, 3);
    ImageKernels.java().resize(Portraits.square("woman-smiling.jpg", 640), face);
    onnxRuntime = Mien.builder().backend("onnxruntime").build();
    openCv = Mien.builder().backend("opencv").build();
    network = onnxRuntime.superResolution();
    networkOnOpenCv = openCv.superResolution();
    OpenCV.loadLocally();
    Core.setNumThreads(1);
    small = new Mat(side, side, CvType.CV_8UC3);
    small.put(0, 0, face.data());
    large = new Mat();
  }

  @TearDown
  public void close() {
    onnxRuntime.close();
    openCv.close();
  }

  @Benchmark
  public Image network() {
    return network.enlarge(face);
  }

  @Benchmark
  public Image networkOnOpenCv() {
    return networkOnOpenCv.enlarge(face);
  }

  @Benchmark
  public Mat bicubicOpenCv() {
    Size size = new Size(FACTOR * side, FACTOR * side);
    Imgproc.resize(small, large, size, 0, 0, Imgproc.INTER_CUBIC);
    return large;
  }
}
