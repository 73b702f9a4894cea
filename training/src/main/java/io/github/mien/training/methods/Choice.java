package io.github.mien.training.methods;

import io.github.mien.encode.EncoderMethod;
import io.github.mien.transfer.TransferMethod;
import java.util.ArrayList;
import java.util.List;

/** An encoder and a transfer that work together. */
record Choice(EncoderMethod encoder, TransferMethod transfer) {
  private static final EncoderMethod USUAL_ENCODER = EncoderMethod.LANDMARKS;
  private static final TransferMethod USUAL_TRANSFER = TransferMethod.BLENDSHAPE;

  static Choice of(EncoderMethod encoder) {
    return new Choice(encoder, USUAL_TRANSFER);
  }

  static Choice of(TransferMethod transfer) {
    return new Choice(USUAL_ENCODER, transfer);
  }

  /** Every encoder with the usual transfer, then the other transfers with the usual encoder. */
  static List<Choice> all() {
    List<Choice> all = new ArrayList<>();
    for (EncoderMethod encoder : EncoderMethod.values()) {
      all.add(of(encoder));
    }
    for (TransferMethod transfer : TransferMethod.values()) {
      if (!all.contains(of(transfer))) {
        all.add(of(transfer));
      }
    }
    return all;
  }
}
