package org.mview.driver.wrap;

import java.lang.ref.SoftReference;

/**
 * Makes wrappers of one kind. An application casts what it gets from a driver to the driver's
 * public interfaces, so a wrapper has them too: for each class of real objects there is one
 * subclass of the wrapper, made when the first such object is seen. Where there is nothing to add,
 * or it cannot be added, the plain wrapper serves.
 *
 * <p>What is made is kept with the class of the real object and goes with it; softly, as it also
 * refers to our classes, which must not be kept by a driver that outlives them.
 *
 * @param <M> the functional interface that has the parameters of the wrapper's constructor
 */
final class Mixins<M> {
  private final Class<?> wrapper;
  private final Class<M> makerType;
  private final M plain;
  private final ClassValue<SoftReference<M>> makers =
      new ClassValue<>() {
        @Override
        protected SoftReference<M> computeValue(Class<?> real) {
          return new SoftReference<>(maker(real));
        }
      };

  /**
   * The wrappers of one kind.
   *
   * @param plain calls the wrapper's one constructor
   */
  Mixins(Class<?> wrapper, Class<M> makerType, M plain) {
    this.wrapper = wrapper;
    this.makerType = makerType;
    this.plain = plain;
  }

  /** Makes wrappers for objects of the same class as this one. */
  M over(Object real) {
    M maker = makers.get(real.getClass()).get();
    while (maker == null) { // memory was short
      makers.remove(real.getClass());
      maker = makers.get(real.getClass()).get();
    }
    return maker;
  }

  private M maker(Class<?> real) {
    try {
      Additions additions = Additions.of(wrapper, real);
      return additions.isNone() ? plain : new MixinClass(wrapper, real, additions).maker(makerType);
    } catch (ReflectiveOperationException | LinkageError | RuntimeException failure) {
      System.getLogger(Mixins.class.getPackageName())
          .log(
              System.Logger.Level.WARNING,
              () -> real.getName() + " is wrapped without the interfaces of its driver",
              failure);
      return plain;
    }
  }
}
