package io.github.mien.benchmarks;

import io.github.mien.Mien;
import io.github.mien.encode.FaceMeasures;
import io.github.mien.encode.HogFeatures;
import io.github.mien.encode.LbpFeatures;
import io.github.mien.face.Face;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import java.util.concurrent.TimeUnit;
import org.opencv.core.Mat;
import org.opencv.core.MatOfFloat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.HOGDescriptor;
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
 * Features of an aligned crop, one thread; OpenCV's histograms of oriented gradients with the same
 * window, blocks, cells and orientations beside Mien's, both from RGB.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class FeatureBenchmark {
  private Face face;
  private Image hogCrop;
  private Image lbpCrop;
  private Mat openCvCrop;
  private Mat grey;
  private MatOfFloat descriptors;
  private HOGDescriptor openCvHog;

  @Setup
  public void load() {
    Image photo = Portraits.square("woman-smiling.jpg", 640);
    try (Mien mien = Mien.create()) {
      face = mien.align(photo).get(0);
    }
    hogCrop = scaled(photo, HogFeatures.SIZE);
    lbpCrop = scaled(photo, LbpFeatures.SIZE);
    OpenCvPictures.load();
    openCvCrop = OpenCvPictures.of(hogCrop);
    grey = new Mat();
    descriptors = new MatOfFloat();
    Size window = new Size(HogFeatures.SIZE, HogFeatures.SIZE);
    openCvHog = new HOGDescriptor(window, new Size(32, 32), new Size(16, 16), new Size(16, 16), 9);
  }

  private static Image scaled(Image photo, int size) {
    Image crop = Image.create(size, size, 3);
    ImageKernels.java().resize(photo, crop);
    return crop;
  }

  @Benchmark
  public FaceMeasures geometry() {
    return FaceMeasures.of(face.landmarks());
  }

  @Benchmark
  public float[] lbp() {
    return LbpFeatures.describe(lbpCrop);
  }

  @Benchmark
  public float[] hog() {
    return HogFeatures.describe(hogCrop);
  }

  @Benchmark
  public MatOfFloat openCvHog() {
    Imgproc.cvtColor(openCvCrop, grey, Imgproc.COLOR_RGB2GRAY);
    openCvHog.compute(grey, descriptors);
    return descriptors;
  }
}
