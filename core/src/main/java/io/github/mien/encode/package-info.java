/**
 * From faces to expressions: {@link io.github.mien.encode.FeatureExtractor}s describe a face by
 * numbers, {@link io.github.mien.encode.ExpressionEncoder}s say what it shows.
 */
@NullMarked
package io.github.mien.encode;

import org.jspecify.annotations.NullMarked;
