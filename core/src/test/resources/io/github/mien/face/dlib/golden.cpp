// Trains a small shape predictor with dlib on drawn faces, which are nobody's, and writes it with
// drawn pictures and what dlib finds in them. Apache-2.0, like the project; so is what it writes.
//
//   g++ -O2 -std=c++14 golden.cpp -o golden -ldlib -lpng -l:libblas.so.3 -l:liblapack.so.3
//   ./golden golden FOLDER    writes predictor.dat, face-N.png and points.txt
//   ./golden timing FILE      writes a predictor of the usual 68-point model's size with random
//                             trees, and prints what dlib takes for one face
#include <dlib/image_io.h>
#include <dlib/image_processing.h>

#include <chrono>
#include <cmath>
#include <fstream>
#include <iostream>
#include <random>

using namespace dlib;
using shape = matrix<float, 0, 1>;
using point2 = dlib::vector<double, 2>;

static const int SIZE = 120;
static const int POINTS = 68;

static double uniform(std::mt19937& random, double low, double high) {
  return low + (high - low) * (random() / 4294967296.0);
}

// The 68 points of a face around the origin, about 1 high, in iBUG's order.
static std::vector<point2> face(std::mt19937& random) {
  const double pi = 3.14159265358979;
  const double wide = uniform(random, 0.9, 1.1), smile = uniform(random, -0.03, 0.08);
  const double open = uniform(random, 0, 0.12), lids = uniform(random, 0.01, 0.04);
  const double raised = uniform(random, -0.03, 0.05);
  std::vector<point2> points;
  for (int i = 0; i < 17; i++) {
    const double angle = pi * (1 - i / 16.0);
    points.emplace_back(0.45 * wide * std::cos(angle), -0.1 + (0.6 + open) * std::sin(angle));
  }
  for (int side = -1; side <= 1; side += 2) {
    for (int i = 0; i < 5; i++) {
      const double along = side < 0 ? i / 4.0 : 1 - i / 4.0;
      points.emplace_back(
          side * wide * (0.38 - 0.28 * along), -0.28 - raised - 0.05 * std::sin(pi * along));
    }
  }
  for (int i = 0; i < 4; i++) points.emplace_back(0, -0.15 + 0.08 * i);
  for (int i = -2; i <= 2; i++) points.emplace_back(0.05 * i * wide, 0.14 - 0.01 * i * i);
  for (int side = -1; side <= 1; side += 2) {
    for (int i = 0; i < 6; i++) {
      const double angle = pi * (1 + i / 3.0);
      points.emplace_back(
          0.21 * side * wide + 0.09 * std::cos(angle), -0.15 + 1.2 * lids * std::sin(angle));
    }
  }
  for (int ring = 0; ring < 2; ring++) {
    const int count = ring == 0 ? 12 : 8;
    for (int i = 0; i < count; i++) {
      const double angle = pi + 2 * pi * i / count;
      const double across = std::cos(angle) * (ring == 0 ? 0.19 : 0.15);
      const double thick = (ring == 0 ? 0.06 : 0.01) + open / 2;
      points.emplace_back(
          across * wide, 0.28 + open / 2 + thick * std::sin(angle) - smile * across * across * 25);
    }
  }
  return points;
}

static bool inside(const std::vector<point2>& outline, double x, double y) {
  bool in = false;
  for (size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
    const point2 &a = outline[i], &b = outline[j];
    if ((a.y() > y) != (b.y() > y) &&
        x < (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()) + a.x()) {
      in = !in;
    }
  }
  return in;
}

static void fill(array2d<rgb_pixel>& picture, const std::vector<point2>& outline, rgb_pixel color) {
  for (int y = 0; y < SIZE; y++) {
    for (int x = 0; x < SIZE; x++) {
      if (inside(outline, x, y)) picture[y][x] = color;
    }
  }
}

static std::vector<point2> part(const std::vector<point2>& points, int first, int last) {
  return std::vector<point2>(points.begin() + first, points.begin() + last + 1);
}

static rgb_pixel color(std::mt19937& random, int low, int high) {
  const auto level = [&] { return (unsigned char)uniform(random, low, high); };
  const unsigned char red = level(), green = level(), blue = level();
  return rgb_pixel(red, green, blue);
}

// A drawn face and its points.
static full_object_detection draw(std::mt19937& random, array2d<rgb_pixel>& picture) {
  std::vector<point2> points = face(random);
  const double size = uniform(random, 55, 75), lean = uniform(random, -0.3, 0.3);
  const double x = SIZE / 2 + uniform(random, -8, 8), y = SIZE / 2 + uniform(random, -8, 8);
  for (point2& p : points) {
    p = point2(x + size * (std::cos(lean) * p.x() - std::sin(lean) * p.y()),
               y + size * (std::sin(lean) * p.x() + std::cos(lean) * p.y()));
  }
  picture.set_size(SIZE, SIZE);
  assign_all_pixels(picture, color(random, 0, 255));
  std::vector<point2> head = part(points, 0, 16);
  for (int i = 26; i >= 17; i--) {
    head.push_back(points[i] * 1.5 - points[27] * 0.5);
  }
  fill(picture, head, color(random, 120, 230));
  for (int brow = 17; brow <= 22; brow += 5) {
    std::vector<point2> arc = part(points, brow, brow + 4);
    for (int i = brow + 4; i >= brow; i--) arc.push_back(points[i] + point2(0, 0.05 * size));
    fill(picture, arc, color(random, 20, 90));
  }
  fill(picture, part(points, 31, 35), color(random, 60, 150));
  fill(picture, part(points, 36, 41), color(random, 200, 255));
  fill(picture, part(points, 42, 47), color(random, 200, 255));
  fill(picture, part(points, 48, 59), color(random, 80, 140));
  fill(picture, part(points, 60, 67), color(random, 0, 60));
  const int half = (int)(size * uniform(random, 0.5, 0.6));
  const int cx = (int)(x + uniform(random, -4, 4)), cy = (int)(y + uniform(random, -4, 4));
  std::vector<point> parts;
  for (const point2& p : points) parts.emplace_back(p);
  return full_object_detection(rectangle(cx - half, cy - half, cx + half, cy + half), parts);
}

// What a predictor's file holds, so that the shape can be read before it is rounded.
struct cascade {
  shape mean;
  std::vector<std::vector<impl::regression_tree>> forests;
  std::vector<std::vector<unsigned long>> anchors;
  std::vector<std::vector<dlib::vector<float, 2>>> deltas;

  explicit cascade(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    int version;
    deserialize(version, in);
    deserialize(mean, in);
    deserialize(forests, in);
    deserialize(anchors, in);
    deserialize(deltas, in);
  }

  std::vector<point2> operator()(const array2d<rgb_pixel>& picture, const rectangle& box) const {
    shape current = mean;
    std::vector<float> pixels;
    unsigned long leaf;
    for (size_t i = 0; i < forests.size(); i++) {
      impl::extract_feature_pixel_values(
          picture, box, current, mean, anchors[i], deltas[i], pixels);
      for (const impl::regression_tree& tree : forests[i]) current += tree(pixels, leaf);
    }
    const point_transform_affine map = impl::unnormalizing_tform(box);
    std::vector<point2> points;
    for (int i = 0; i < POINTS; i++) points.push_back(map(impl::location(current, i)));
    return points;
  }
};

static int golden(const std::string& folder) {
  std::mt19937 random(7);
  dlib::array<array2d<rgb_pixel>> pictures(150);
  std::vector<std::vector<full_object_detection>> faces;
  for (size_t i = 0; i < pictures.size(); i++) faces.push_back({draw(random, pictures[i])});
  shape_predictor_trainer trainer;
  trainer.set_cascade_depth(4);
  trainer.set_tree_depth(3);
  trainer.set_num_trees_per_cascade_level(6);
  trainer.set_feature_pool_size(60);
  trainer.set_num_test_splits(30);
  trainer.set_oversampling_amount(5);
  trainer.set_nu(0.3);
  trainer.set_random_seed("mien");
  const shape_predictor predictor = trainer.train(pictures, faces);
  serialize(folder + "/predictor.dat") << predictor;

  const cascade exact(folder + "/predictor.dat");
  std::ofstream out(folder + "/points.txt");
  out << "# face, box x y width height, then x y as dlib gives them and before it rounds them\n";
  out.precision(10);
  for (int i = 0; i < 6; i++) {
    array2d<rgb_pixel> picture;
    const rectangle box = draw(random, picture).get_rect();
    save_png(picture, folder + "/face-" + std::to_string(i) + ".png");
    out << "face-" << i << ".png " << box.left() << ' ' << box.top() << ' ' << box.width() << ' '
        << box.height() << '\n';
    const full_object_detection found = predictor(picture, box);
    const std::vector<point2> points = exact(picture, box);
    for (int p = 0; p < POINTS; p++) {
      out << found.part(p).x() << ' ' << found.part(p).y() << ' ' << points[p].x() << ' '
          << points[p].y() << '\n';
    }
  }
  return 0;
}

static int timing(const std::string& file) {
  const int stages = 15, trees = 500, nodes = 15, pool = 500;
  std::mt19937 random(7);
  array2d<rgb_pixel> picture;
  const rectangle box = draw(random, picture).get_rect();
  const std::vector<point2> points = face(random);
  shape mean(2 * POINTS);
  for (int i = 0; i < POINTS; i++) {
    mean(2 * i) = points[i].x() + 0.5;
    mean(2 * i + 1) = points[i].y() + 0.5;
  }
  std::vector<std::vector<impl::regression_tree>> forests(stages);
  std::vector<std::vector<dlib::vector<float, 2>>> pixels(stages);
  for (int s = 0; s < stages; s++) {
    for (int i = 0; i < pool; i++) {
      const double x = uniform(random, 0, 1), y = uniform(random, 0, 1);
      pixels[s].emplace_back(x, y);
    }
    forests[s].resize(trees);
    for (impl::regression_tree& tree : forests[s]) {
      for (int i = 0; i < nodes; i++) {
        impl::split_feature split;
        split.idx1 = random() % pool;
        split.idx2 = random() % pool;
        split.thresh = uniform(random, -60, 60);
        tree.splits.push_back(split);
      }
      for (int i = 0; i <= nodes; i++) {
        shape leaf(2 * POINTS);
        for (int k = 0; k < 2 * POINTS; k++) leaf(k) = uniform(random, -1e-4, 1e-4);
        tree.leaf_values.push_back(leaf);
      }
    }
  }
  const shape_predictor predictor(mean, forests, pixels);
  serialize(file) << predictor;
  save_png(picture, file + ".png");
  double best = 1e9;
  long sum = 0;
  for (int round = 0; round < 20; round++) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; i++) sum += predictor(picture, box).part(0).x();
    const std::chrono::duration<double, std::milli> taken =
        std::chrono::steady_clock::now() - start;
    best = std::min(best, taken.count() / 20);
  }
  std::cout << "box " << box << ", best of 20 rounds: " << best << " ms a face (" << sum << ")\n";
  return 0;
}

int main(int count, char** arguments) {
  const std::string mode = count == 3 ? arguments[1] : "";
  if (mode == "golden") return golden(arguments[2]);
  if (mode == "timing") return timing(arguments[2]);
  std::cerr << "usage: golden golden FOLDER | golden timing FILE\n";
  return 2;
}
