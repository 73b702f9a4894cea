package io.github.mien.benchmarks;

import io.github.mien.Mien;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.matte.HeadCutOut;
import io.github.mien.matte.HeadMatteNetwork;
import io.github.mien.matte.Matte;
import io.github.mien.model.ModelStore;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The head of a portrait of 512 pixels, whose face is known, cut out by one thread: finding the
 * matte, and the picture with transparency that is made of it. Beside them OpenCV's GrabCut on the
 * whole picture, which needs a box around the person and finds no share of a pixel.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class HeadMatteBenchmark {
  private static final int SIDE = 512;

  /** Around head and shoulders. */
  private static final Rect BOX = new Rect(16, 8, SIDE - 32, SIDE - 9);

  private InferenceSession session;
  private InferenceSession sessionOnOpenCv;
  private HeadMatteNetwork network;
  private HeadMatteNetwork networkOnOpenCv;
  private Image picture;
  private Landmarks points;
  private Matte matte;
  private Mat whole;

  @Setup
  public void load() throws IOException {
    session = open("onnxruntime");
    sessionOnOpenCv = open("opencv");
    network = new HeadMatteNetwork(session, ImageKernels.java());
    networkOnOpenCv = new HeadMatteNetwork(sessionOnOpenCv, ImageKernels.java());
    picture = Portraits.square("woman-smiling.jpg", SIDE);
    try (Mien mien = Mien.create()) {
      points = mien.align(picture).get(0).landmarks();
    }
    matte = network.find(picture, points);
    OpenCvPictures.load();
    whole = OpenCvPictures.of(picture);
  }

  private static InferenceSession open(String backend) throws IOException {
    return ModelStore.embedded()
        .open(ModelStore.MATTE, Backends.discover().choose(backend), SessionOptions.DEFAULT);
  }

  @TearDown
  public void close() {
    session.close();
    sessionOnOpenCv.close();
  }

  @Benchmark
  public Matte find() {
    return network.find(picture, points);
  }

  @Benchmark
  public Matte findOnOpenCv() {
    return networkOnOpenCv.find(picture, points);
  }

  /** Edges along those of the picture, and colours without the background. */
  @Benchmark
  public Image cutOut() {
    return HeadCutOut.of(picture, matte, ImageKernels.java());
  }

  /** All that a sticker needs of a photo once its face is known. */
  @Benchmark
  public Image findAndCutOut() {
    return HeadCutOut.of(picture, network.find(picture, points), ImageKernels.java());
  }

  @Benchmark
  public Mat findByGrabCut() {
    Mat mask = new Mat();
    Imgproc.grabCut(whole, mask, BOX, new Mat(), new Mat(), 3, Imgproc.GC_INIT_WITH_RECT);
    return mask;
  }
}
