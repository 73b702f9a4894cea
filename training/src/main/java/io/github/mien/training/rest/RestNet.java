package io.github.mien.training.rest;

import io.github.mien.expression.Blendshape;
import io.github.mien.training.data.ArrayFile;
import io.github.mien.training.net.Parameters;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The network of {@code RestingFace}: the coefficients plus a linear map of them plus a hidden
 * layer of rectifiers.
 */
final class RestNet {
  private static final int SIZE = Blendshape.COUNT;
  private static final int HIDDEN = 48;
  private static final double SPREAD = 0.15;

  private final Parameters parameters;

  RestNet(Parameters parameters) {
    this.parameters = parameters;
  }

  /** From [n, 52] to [n, 52]. */
  Tensor run(Tensor x) {
    Tensor direct = parameters.trained("rest.direct", () -> torch.zeros(SIZE, SIZE));
    Tensor inner =
        parameters.trained("rest.inner", () -> torch.randn(HIDDEN, SIZE).mul(new Scalar(SPREAD)));
    Tensor innerBias = parameters.trained("rest.inner.bias", () -> torch.zeros(HIDDEN));
    Tensor outer = parameters.trained("rest.outer", () -> torch.zeros(SIZE, HIDDEN));
    Tensor outerBias = parameters.trained("rest.outer.bias", () -> torch.zeros(SIZE));
    Tensor hidden = torch.relu(x.matmul(inner.t()).add(innerBias));
    return x.add(x.matmul(direct.t())).add(hidden.matmul(outer.t())).add(outerBias);
  }

  /** The file that {@code RestingFace} reads. */
  static byte[] toBytes(Parameters parameters) {
    ArrayFile file = new ArrayFile();
    file.floats("rest.direct", parameters.values("rest.direct"), SIZE, SIZE);
    file.floats("rest.inner", parameters.values("rest.inner"), HIDDEN, SIZE);
    file.floats("rest.inner.bias", parameters.values("rest.inner.bias"), HIDDEN);
    file.floats("rest.outer", parameters.values("rest.outer"), SIZE, HIDDEN);
    file.floats("rest.outer.bias", parameters.values("rest.outer.bias"), SIZE);
    return file.toBytes();
  }
}
