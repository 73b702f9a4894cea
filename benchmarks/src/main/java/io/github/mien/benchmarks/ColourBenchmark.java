package io.github.mien.benchmarks;

import io.github.mien.blend.ColourStatistics;
import io.github.mien.blend.ColourTransfer;
import io.github.mien.image.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * A picture given the colours of another, one thread: Mien's transfer in Oklab, and Reinhard's in
 * CIELAB of what OpenCV offers, on 8-bit levels and on floats.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ColourBenchmark {
  /** Pixels on a side: the inside of a mouth in a photo of 640 pixels, and such a photo. */
  @Param({"64", "640"})
  public int side;

  private Image content;
  private Image style;
  private Image result;
  private Mat openCvContent;
  private Mat openCvStyle;

  @Setup
  public void load() {
    content = Portraits.square("woman-smiling.jpg", side);
    style = Portraits.square("older-man.jpg", side);
    result = content.copy();
    OpenCvPictures.load();
    openCvContent = OpenCvPictures.of(content);
    openCvStyle = OpenCvPictures.of(style);
  }

  @Benchmark
  public Image oklab() {
    System.arraycopy(content.data(), 0, result.data(), 0, content.data().length);
    ColourTransfer.between(ColourStatistics.of(content), ColourStatistics.of(style))
        .apply(result, 1);
    return result;
  }

  @Benchmark
  public Mat reinhardOpenCvLevels() {
    return reinhard(openCvContent, openCvStyle, 1);
  }

  @Benchmark
  public Mat reinhardOpenCvFloats() {
    return reinhard(openCvContent, openCvStyle, 1 / 255.0);
  }

  private static Mat reinhard(Mat content, Mat style, double scale) {
    Mat from = lab(content, scale);
    Mat to = lab(style, scale);
    MatOfDouble fromMean = new MatOfDouble(), fromDeviation = new MatOfDouble();
    MatOfDouble toMean = new MatOfDouble(), toDeviation = new MatOfDouble();
    Core.meanStdDev(from, fromMean, fromDeviation);
    Core.meanStdDev(to, toMean, toDeviation);
    List<Mat> channels = new ArrayList<>();
    Core.split(from, channels);
    for (int c = 0; c < 3; c++) {
      double factor = toDeviation.get(c, 0)[0] / Math.max(1e-3, fromDeviation.get(c, 0)[0]);
      double shift = toMean.get(c, 0)[0] - factor * fromMean.get(c, 0)[0];
      channels.get(c).convertTo(channels.get(c), -1, factor, shift);
    }
    Core.merge(channels, from);
    Imgproc.cvtColor(from, from, Imgproc.COLOR_Lab2RGB);
    from.convertTo(from, CvType.CV_8U, 1 / scale);
    for (Mat used : List.of(to, fromMean, fromDeviation, toMean, toDeviation)) {
      used.release();
    }
    channels.forEach(Mat::release);
    return from;
  }

  private static Mat lab(Mat rgb, double scale) {
    Mat lab = new Mat();
    if (scale == 1) {
      Imgproc.cvtColor(rgb, lab, Imgproc.COLOR_RGB2Lab);
    } else {
      rgb.convertTo(lab, CvType.CV_32F, scale);
      Imgproc.cvtColor(lab, lab, Imgproc.COLOR_RGB2Lab);
    }
    return lab;
  }
}
