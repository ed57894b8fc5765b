package org.mview.driver.wrap;

/**
 * Where the class of one mix-in lives: it sees the driver's classes first, and ours where the
 * driver cannot, which may be in another part of the application.
 */
final class MixinLoader extends ClassLoader {
  private final Class<?> wrapper;

  MixinLoader(Class<?> real, Class<?> wrapper) {
    super(real.getClassLoader());
    this.wrapper = wrapper;
  }

  Class<?> define(Bytecode code) {
    byte[] bytes = code.bytes();
    return defineClass(code.name().replace('/', '.'), bytes, 0, bytes.length);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    Class<?> defined = findLoadedClass(name);
    if (defined != null) {
      return defined;
    }
    return isOurs(name) ? findClass(name) : super.loadClass(name, resolve);
  }

  /** Another copy of our classes, which the driver may see, would be the wrong one. */
  private static boolean isOurs(String name) {
    return name.startsWith("org.mview.");
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    return Class.forName(name, false, wrapper.getClassLoader());
  }
}
