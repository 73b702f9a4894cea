package io.github.mien.image;

/** How bright a pixel is, by the weights of ITU-R BT.601. */
public final class Luma {
  private Luma() {}

  /**
   * The luma of a pixel. Nothing is checked.
   *
   * @param data pixels
   * @param at index of the red sample; green and blue follow
   * @return 0..255
   */
  public static float of(byte[] data, int at) {
    return 0.299f * (data[at] & 0xff)
        + 0.587f * (data[at + 1] & 0xff)
        + 0.114f * (data[at + 2] & 0xff);
  }
}
