/** The root of what Mien throws; its kin live with what throws them. */
@NullMarked
package io.github.mien.error;

import org.jspecify.annotations.NullMarked;
