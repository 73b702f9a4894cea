/** Videos, read and written by FFmpeg. */
@NullMarked
package io.github.mien.ffmpeg;

import org.jspecify.annotations.NullMarked;
