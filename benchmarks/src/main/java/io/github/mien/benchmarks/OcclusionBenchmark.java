package io.github.mien.benchmarks;

import io.github.mien.Mien;
import io.github.mien.face.Face;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import io.github.mien.reconstruct.FaceFill;
import io.github.mien.reconstruct.FacePhoto;
import io.github.mien.reconstruct.Occluder;
import io.github.mien.reconstruct.VisibilityNetwork;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.opencv.photo.Photo;
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
 * A face of 640 pixels with a board before the mouth, one thread: finding the board, and painting
 * the face behind it. Beside them what OpenCV offers: GrabCut, which needs a box around the face,
 * in the crop that the network sees, and inpainting (Telea) of the hole in the photo.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class OcclusionBenchmark {
  private static final int SIDE = 640;

  /** Around the face in the network's crop. */
  private static final Rect BOX = new Rect(27, 21, 138, 150);

  private InferenceSession finding;
  private InferenceSession findingOnOpenCv;
  private InferenceSession filling;
  private VisibilityNetwork visibility;
  private VisibilityNetwork visibilityOnOpenCv;
  private FaceFill fill;
  private FacePhoto photo;
  private Landmarks points;
  private Occluder board;
  private Mat crop;
  private Mat whole;
  private Mat hole;

  @Setup
  public void load() throws IOException {
    finding = open(ModelStore.VISIBILITY, "onnxruntime");
    findingOnOpenCv = open(ModelStore.VISIBILITY, "opencv");
    filling = open(ModelStore.FILL, "onnxruntime");
    visibility = new VisibilityNetwork(finding, ImageKernels.java());
    visibilityOnOpenCv = new VisibilityNetwork(findingOnOpenCv, ImageKernels.java());
    fill = new FaceFill(filling, ImageKernels.java());
    Image picture = Portraits.square("woman-smiling.jpg", SIDE);
    try (Mien mien = Mien.create()) {
      Face face = mien.align(picture).get(0);
      points = face.landmarks();
      photo = new FacePhoto(picture, face);
    }
    board = Board.before(points);
    OpenCvPictures.load();
    Image small = Image.create(VisibilityNetwork.SIZE, VisibilityNetwork.SIZE, 3);
    board.crop().cut(picture, ImageKernels.java(), small);
    crop = OpenCvPictures.of(small);
    whole = OpenCvPictures.of(picture);
    hole = Mat.zeros(SIDE, SIDE, CvType.CV_8UC1);
    int half = (int) (0.17 * board.crop().side());
    Rect box =
        new Rect(
            (int) board.crop().centerX() - half,
            (int) board.crop().centerY(),
            2 * half,
            (int) (1.6 * half));
    hole.submat(box).setTo(new Scalar(255));
  }

  private static InferenceSession open(String model, String backend) throws IOException {
    return ModelStore.embedded()
        .open(model, Backends.discover().choose(backend), SessionOptions.DEFAULT);
  }

  @TearDown
  public void close() {
    finding.close();
    findingOnOpenCv.close();
    filling.close();
  }

  @Benchmark
  public Occluder find() {
    return visibility.find(photo);
  }

  @Benchmark
  public Occluder findOnOpenCv() {
    return visibilityOnOpenCv.find(photo);
  }

  @Benchmark
  public Mat findByGrabCut() {
    Mat mask = new Mat();
    Imgproc.grabCut(crop, mask, BOX, new Mat(), new Mat(), 3, Imgproc.GC_INIT_WITH_RECT);
    return mask;
  }

  @Benchmark
  public Image fill() {
    Image picture = photo.image().copy();
    fill.paint(points, board, picture);
    return picture;
  }

  @Benchmark
  public Mat fillByInpainting() {
    Mat filled = new Mat();
    Photo.inpaint(whole, hole, filled, 5, Photo.INPAINT_TELEA);
    return filled;
  }
}
