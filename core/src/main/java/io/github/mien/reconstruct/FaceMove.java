package io.github.mien.reconstruct;

import io.github.mien.face.Face;
import io.github.mien.transfer.Motion;
import org.jspecify.annotations.Nullable;

/**
 * What one face of a group does.
 *
 * @param face the face
 * @param motion where its points go
 * @param source the photo that the expression comes from; null if there is none
 */
public record FaceMove(Face face, Motion motion, @Nullable FacePhoto source) {}
