"""Draws texture.png, which shows nothing, and writes what scikit-image's features of it are.

Apache-2.0, like the project; so is what it writes. Made with scikit-image 0.26:
    pip install scikit-image && python golden.py
"""

import numpy as np
from skimage.feature import hog, local_binary_pattern
from skimage.io import imsave

SIZE = 130
y, x = np.mgrid[0:SIZE, 0:SIZE]
waves = 60 * np.sin(x / 7 + y / 19) + 40 * np.cos(y / 5 - x / 31) + (x * y) % 17
noise = np.random.default_rng(5).integers(0, 9, (SIZE, SIZE))
picture = np.clip(128 + waves + noise, 0, 255).astype(np.uint8)
imsave("texture.png", picture, check_contrast=False)

codes = local_binary_pattern(picture, 8, 1, "nri_uniform")[5:-5, 5:-5].astype(int)
histograms = [
    np.bincount(codes[row : row + 20, column : column + 20].ravel(), minlength=59) / 400
    for row in range(0, 120, 20)
    for column in range(0, 120, 20)
]
np.concatenate(histograms).astype("<f4").tofile("lbp.f32")

hog(
    picture[1:-1, 1:-1],
    orientations=9,
    pixels_per_cell=(16, 16),
    cells_per_block=(2, 2),
    block_norm="L2-Hys",
).astype("<f4").tofile("hog.f32")
