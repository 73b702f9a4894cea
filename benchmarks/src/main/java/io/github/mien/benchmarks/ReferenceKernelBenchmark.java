package io.github.mien.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import nu.pattern.OpenCV;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A fixed piece of work that every report carries, so that figures of different machines compare: a
 * 640 px bicubic remap by OpenCV, one thread, along a gentle swirl.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ReferenceKernelBenchmark {
  private static final int SIZE = 640;

  private Mat source;
  private Mat mapX;
  private Mat mapY;
  private Mat target;

  @Setup
  public void load() {
    OpenCV.loadLocally();
    Core.setNumThreads(1);
    byte[] pixels = new byte[SIZE * SIZE * 3];
    new Random(1).nextBytes(pixels);
    source = new Mat(SIZE, SIZE, CvType.CV_8UC3);
    source.put(0, 0, pixels);
    float[] x = new float[SIZE * SIZE];
    float[] y = new float[SIZE * SIZE];
    for (int i = 0; i < x.length; i++) {
      int column = i % SIZE;
      int row = i / SIZE;
      x[i] = (float) (column + 8 * Math.sin(row / 40.0));
      y[i] = (float) (row + 8 * Math.sin(column / 40.0));
    }
    mapX = new Mat(SIZE, SIZE, CvType.CV_32FC1);
    mapX.put(0, 0, x);
    mapY = new Mat(SIZE, SIZE, CvType.CV_32FC1);
    mapY.put(0, 0, y);
    target = new Mat(SIZE, SIZE, CvType.CV_8UC3);
  }

  @Benchmark
  public Mat openCvBicubicRemap640() {
    Imgproc.remap(source, target, mapX, mapY, Imgproc.INTER_CUBIC, Core.BORDER_REPLICATE);
    return target;
  }
}
