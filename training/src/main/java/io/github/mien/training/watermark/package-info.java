/** How well the watermark is found, and how seldom where there is none. */
@NullMarked
package io.github.mien.training.watermark;

import org.jspecify.annotations.NullMarked;
