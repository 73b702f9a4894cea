/** Image kernels, blending and inference on OpenCV, and the models of a MediaPipe bundle. */
module io.github.mien.opencv {
  requires transitive io.github.mien.core;
  requires opencv;

  exports io.github.mien.opencv;

  provides io.github.mien.blend.Blender with
      io.github.mien.opencv.OpenCvBlender;
  provides io.github.mien.image.ImageKernels with
      io.github.mien.opencv.OpenCvImageKernels;
  provides io.github.mien.inference.InferenceBackend with
      io.github.mien.opencv.OpenCvInferenceBackend;
}
