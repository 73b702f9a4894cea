"""Writes basel-layout.h5: random numbers in the layout of the Basel Face Model 2017 (h5py)."""
import h5py
import numpy as np

VERTICES, SHAPES, EXPRESSIONS = 80, 5, 3
numbers = np.random.default_rng(17)
with h5py.File("basel-layout.h5", "w") as file:
    for group, count, size in (("shape", SHAPES, 50.0), ("expression", EXPRESSIONS, 1.0)):
        model = file.create_group(group + "/model")
        mean = size * numbers.standard_normal(3 * VERTICES)
        model["mean"] = mean.astype(np.float32)
        basis = np.linalg.qr(numbers.standard_normal((3 * VERTICES, count)))[0]
        model["pcaBasis"] = basis.astype(np.float32)
        model["pcaVariance"] = np.arange(count, 0, -1, dtype=np.float32) ** 2
with h5py.File("basel-layout.h5") as file:
    shape, expression = file["shape/model"], file["expression/model"]
    print("mean of vertex 7:", shape["mean"][21:24] + expression["mean"][21:24])
    print("mean of vertex 36:", shape["mean"][108:111] + expression["mean"][108:111])
    print("mean of vertex 45:", shape["mean"][135:138] + expression["mean"][135:138])
    print("shape 1 at vertex 7:", shape["pcaBasis"][21:24, 1])
    print("expression 2 at vertex 7:", expression["pcaBasis"][21:24, 2])
