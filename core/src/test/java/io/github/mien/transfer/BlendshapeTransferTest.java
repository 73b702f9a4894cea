package io.github.mien.transfer;

class BlendshapeTransferTest extends ExpressionTransferContract {
  private final ExpressionTransfer transfer =
      new BlendshapeTransfer(ModelledFace.MODEL, ModelledFace.ENCODER, ModelledFace.RESTING_FACE);

  @Override
  ExpressionTransfer transfer() {
    return transfer;
  }
}
