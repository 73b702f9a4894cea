package io.github.mien;

/** What is written on the stickers of a pack. */
public enum PackCaptions {
  /** Nothing. */
  NONE,
  /** Chinese, simplified. */
  CHINESE,
  /** English. */
  ENGLISH,
  /** Chinese at the lower edge, English at the upper. */
  BOTH
}
