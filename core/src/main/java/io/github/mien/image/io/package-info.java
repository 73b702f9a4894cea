/** Pictures from files and memory, and back to files. */
@NullMarked
package io.github.mien.image.io;

import org.jspecify.annotations.NullMarked;
