package io.github.mien.samples;

import io.github.mien.Mien;
import io.github.mien.encode.EncodedFace;
import io.github.mien.encode.ExpressionEncoder;
import io.github.mien.expression.Performance;
import io.github.mien.face.Face;
import io.github.mien.face.FaceAligner;
import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import io.github.mien.meme.Marks;
import io.github.mien.reconstruct.FacePhoto;
import io.github.mien.reconstruct.Reconstructor;
import io.github.mien.transfer.ExpressionTransfer;
import io.github.mien.transfer.Motion;
import io.github.mien.transfer.TransferOptions;
import java.nio.file.Path;

/** The four stages, one after the other: SOURCE TARGET OUT. */
public final class StageByStage {
  private StageByStage() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Image smile = Images.read(Path.of(args[0]));
    Image portrait = Images.read(Path.of(args[1]));
    Path file = Path.of(args[2]);
    try (Mien mien = Mien.create()) {
      // README: stage by stage
      FaceAligner aligner = mien.aligner();
      Face source = aligner.align(smile).get(0); // the largest; an empty list if there is none
      Face target = aligner.align(portrait).get(0);

      ExpressionEncoder encoder = mien.encoder();
      Performance shown = Performance.of(encoder.encode(smile, source));
      EncodedFace now = new EncodedFace(target, encoder.encode(portrait, target));

      ExpressionTransfer transfer = mien.expressionTransfer();
      Motion motion = transfer.plan(shown, now, TransferOptions.DEFAULT);

      Reconstructor reconstructor = mien.reconstructor();
      Image out = portrait.copy();
      reconstructor.reconstruct(
          new FacePhoto(portrait, target), motion, new FacePhoto(smile, source), out);
      // README: end
      Images.write(out, file, Marks.DEFAULT.metadata());
    }
  }
}
