package io.github.mien.benchmarks;

import io.github.mien.Mien;
import io.github.mien.Result;
import io.github.mien.Source;
import io.github.mien.Target;
import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Expression;
import io.github.mien.face.AnchorFreeFaceDetector;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.FaceCrop;
import io.github.mien.face.LandmarkNetworks;
import io.github.mien.face.Landmarker;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import io.github.mien.reconstruct.FacePhoto;
import io.github.mien.reconstruct.FaceRenderer;
import io.github.mien.reconstruct.MeshWarpReconstructor;
import io.github.mien.reconstruct.Reconstructor;
import io.github.mien.transfer.Motion;
import io.github.mien.transfer.TransferOptions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
 * The main job on a 640 px pair and its stages alone, one thread, without decoding and encoding
 * files.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class PipelineBenchmark {
  /** Back end of the networks. */
  @Param({"onnxruntime"})
  public String backend;

  private Mien mien;
  private InferenceSession detectorNet;
  private LandmarkNetworks landmarkNets;
  private AnchorFreeFaceDetector detector;
  private Landmarker landmarker;
  private Image sourcePhoto;
  private Image targetPhoto;
  private Image largePhoto;
  private Source source;
  private Target target;
  private Target largeTarget;
  private Face face;
  private FaceCrop crop;
  private EncodedFace encoded;
  private Motion motion;
  private Image canvas;
  private Reconstructor warp;
  private InferenceSession rendererNet;
  private FaceRenderer renderer;
  private Mien plain;
  private Target plainTarget;

  @Setup
  public void load() throws IOException {
    mien = Mien.builder().backend(backend).build();
    InferenceBackend networks = Backends.discover().choose(backend);
    ModelStore models = ModelStore.embedded();
    ImageKernels kernels = ImageKernels.discover().choose();
    detectorNet = models.open(ModelStore.DETECTOR, networks, SessionOptions.DEFAULT);
    landmarkNets = LandmarkNetworks.open(models, networks, SessionOptions.DEFAULT);
    detector = new AnchorFreeFaceDetector(detectorNet, kernels);
    landmarker = landmarkNets.landmarker(kernels);

    sourcePhoto = Portraits.square("woman-smiling.jpg", 640);
    targetPhoto = Portraits.square("older-man.jpg", 640);
    largePhoto = Portraits.twelveMegapixels("older-man.jpg");
    source = mien.source(sourcePhoto);
    target = mien.target(targetPhoto);
    largeTarget = mien.target(largePhoto);
    encoded = target.face();
    face = encoded.face();
    crop = FaceCrop.of(face.landmarks());
    motion = target.show(source).motion();
    canvas = targetPhoto.copy();
    warp = new MeshWarpReconstructor(kernels);
    rendererNet = models.open(ModelStore.RENDERER, networks, SessionOptions.DEFAULT);
    renderer = new FaceRenderer(rendererNet, kernels);
    plain = Mien.builder().backend(backend).renderer(false).build();
    plainTarget = plain.target(targetPhoto);
  }

  @TearDown
  public void close() {
    detectorNet.close();
    landmarkNets.close();
    rendererNet.close();
    plain.close();
    mien.close();
  }

  @Benchmark
  public List<Detection> stage1Detect640() {
    return detector.detect(targetPhoto);
  }

  @Benchmark
  public List<Detection> stage1Detect12Megapixels() {
    return detector.detect(largePhoto);
  }

  @Benchmark
  public Landmarker.Reading stage2LandmarksOnePass() {
    return landmarker.read(targetPhoto, crop);
  }

  @Benchmark
  public Landmarker.Reading stage2LandmarksTwoPassesRefined() {
    return landmarker.readTwice(targetPhoto, crop);
  }

  @Benchmark
  public Expression stage3Encode() {
    return mien.encoder().encode(targetPhoto, face);
  }

  @Benchmark
  public Motion stage4Transfer() {
    return mien.expressionTransfer().plan(source.performance(), encoded, TransferOptions.DEFAULT);
  }

  @Benchmark
  public Image stage5WarpAndPaste() {
    FacePhoto from = new FacePhoto(sourcePhoto, source.face().face());
    warp.reconstruct(new FacePhoto(targetPhoto, face), motion, from, canvas);
    return canvas;
  }

  @Benchmark
  public Image stage5Render() {
    renderer.paint(motion, canvas);
    return canvas;
  }

  @Benchmark
  public Result whole640() {
    return mien.target(targetPhoto).show(mien.source(sourcePhoto));
  }

  @Benchmark
  public Result whole12MegapixelTarget() {
    return mien.target(largePhoto).show(mien.source(sourcePhoto));
  }

  @Benchmark
  public Result furtherExpression640() {
    return target.show(source);
  }

  @Benchmark
  public Result whole640WithoutRenderer() {
    return plain.target(targetPhoto).show(plain.source(sourcePhoto));
  }

  @Benchmark
  public Result furtherExpression640WithoutRenderer() {
    return plainTarget.show(source);
  }

  @Benchmark
  public Result furtherExpression12Megapixels() {
    return largeTarget.show(source);
  }
}
