package io.github.mien.transfer;

import io.github.mien.model.ModelStore;
import java.io.IOException;

class LinearTransferTest extends ExpressionTransferContract {
  private final ExpressionTransfer transfer = LinearTransfer.load(ModelStore.embedded());

  LinearTransferTest() throws IOException {}

  @Override
  ExpressionTransfer transfer() {
    return transfer;
  }
}
