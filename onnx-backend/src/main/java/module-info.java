/** Inference and blending on ONNX Runtime. */
module io.github.mien.onnx {
  requires transitive io.github.mien.core;
  requires com.microsoft.onnxruntime;

  exports io.github.mien.onnx;

  provides io.github.mien.blend.Blender with
      io.github.mien.onnx.OnnxBlender;
  provides io.github.mien.inference.InferenceBackend with
      io.github.mien.onnx.OnnxRuntimeBackend;
}
