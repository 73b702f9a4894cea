package io.github.mien.face;

/**
 * A face in a picture.
 *
 * @param detection box, score and five points of the detector
 * @param landmarks the 478 points
 * @param presence 0..1, how sure the landmarker is that a face is there
 * @param features the landmarker's pooled feature vector; empty where the model has none; shared,
 *     not to be modified
 */
public record Face(Detection detection, Landmarks landmarks, float presence, float[] features) {}
