package io.github.mien.expression;

/** How a movement gets from its start to its end. */
public enum Easing {
  /** At the same speed all the way. */
  LINEAR {
    @Override
    public double at(double t) {
      return t;
    }
  },
  /** Slow, fast, slow: a movement that is begun and ended at leisure. */
  IN_OUT {
    @Override
    public double at(double t) {
      return t * t * (3 - 2 * t);
    }
  },
  /** Fast at first, then settling: a muscle that contracts. */
  OUT {
    @Override
    public double at(double t) {
      return 1 - (1 - t) * (1 - t) * (1 - t);
    }
  },
  /** Slow at first, then fast. */
  IN {
    @Override
    public double at(double t) {
      return t * t * t;
    }
  };

  /**
   * How much of the way is gone.
   *
   * @param t how much of the time is over, 0..1
   * @return 0 at 0, 1 at 1, never less as time goes on
   */
  public abstract double at(double t);
}
