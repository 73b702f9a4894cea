package io.github.mien.transfer;

import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Edit;
import io.github.mien.expression.Performance;

/**
 * Decides how a target's landmarks move so that it shows a wanted expression. No pixels are
 * touched. Thread-safe.
 */
public interface ExpressionTransfer {

  /**
   * @param source what is to be shown
   * @param target the face to be changed
   * @param options strength and regions
   */
  Motion plan(Performance source, EncodedFace target, TransferOptions options);

  /**
   * @param edit what is to be set
   * @param target the face to be changed
   */
  Motion plan(Edit edit, EncodedFace target);
}
