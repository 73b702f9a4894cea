/** Mien: moves a facial expression from one face to another, offline and on a CPU. */
module io.github.mien.core {
  requires transitive org.jspecify;
  requires org.slf4j;
  requires transitive java.desktop;
  requires com.twelvemonkeys.imageio.webp;
  requires static io.jhdf;
  requires static org.apache.fontbox;
  requires static org.apache.pdfbox.io;

  exports io.github.mien;
  exports io.github.mien.error;
  exports io.github.mien.provider;
  exports io.github.mien.image;
  exports io.github.mien.image.io;
  exports io.github.mien.inference;
  exports io.github.mien.model;
  exports io.github.mien.face;
  exports io.github.mien.expression;
  exports io.github.mien.transfer;
  exports io.github.mien.blend;
  exports io.github.mien.superres;
  exports io.github.mien.style;
  exports io.github.mien.reconstruct;
  exports io.github.mien.matte;
  exports io.github.mien.meme;
  exports io.github.mien.morphable;
  exports io.github.mien.encode;

  uses io.github.mien.blend.Blender;
  uses io.github.mien.image.ImageKernels;
  uses io.github.mien.image.io.VideoCodec;
  uses io.github.mien.inference.InferenceBackend;
  uses io.github.mien.meme.FontPack;
}
