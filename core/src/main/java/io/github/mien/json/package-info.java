/** Reading of small JSON files. */
@NullMarked
package io.github.mien.json;

import org.jspecify.annotations.NullMarked;
