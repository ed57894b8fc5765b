package org.mview.driver.wrap;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.mview.driver.wrap.Additions.Forwarded;
import org.mview.driver.wrap.Additions.Narrowed;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The subclass of a wrapper that has more of what the real object has, and one that makes its
 * objects.
 *
 * <pre>
 *   class MViewConnection$PgConnection extends MViewConnection implements PGConnection {
 *     MViewConnection$PgConnection(Connection real, Session session) { super(real, session); }
 *     public int getBackendPID() { return ((PGConnection) real).getBackendPID(); }
 *   }
 *
 *   class MViewConnection$PgConnection$Maker implements MViewConnection.Maker {
 *     public MViewConnection make(Connection real, Session session) {
 *       return new MViewConnection$PgConnection(real, session);
 *     }
 *   }
 * </pre>
 */
final class MixinClass {
  private static final String REAL = "real"; // the field in the generated parent of each wrapper

  private final Class<?> wrapper;
  private final Class<?> real;
  private final Additions additions;
  private final Class<?>[] parameters;
  private final String name;

  MixinClass(Class<?> wrapper, Class<?> real, Additions additions) {
    this.wrapper = wrapper;
    this.real = real;
    this.additions = additions;
    parameters = wrapper.getDeclaredConstructors()[0].getParameterTypes(); // a wrapper has one
    name = Type.getInternalName(wrapper) + "$" + real.getSimpleName().replaceAll("\\W", "_");
  }

  /** Defines both classes. */
  <M> M maker(Class<M> type) throws ReflectiveOperationException {
    MixinLoader loader = new MixinLoader(real, wrapper);
    loader.define(subclass());
    return type.cast(loader.define(classOfMaker(type)).getConstructor().newInstance());
  }

  private Bytecode subclass() {
    Bytecode subclass =
        new Bytecode(name, wrapper, additions.interfaces().toArray(Class<?>[]::new));
    subclass.constructor(parameters);
    additions.forwarded().forEach(forwarded -> forward(subclass, forwarded));
    additions.narrowed().forEach(narrowed -> narrow(subclass, narrowed));
    return subclass;
  }

  private Bytecode classOfMaker(Class<?> type) {
    Bytecode maker = new Bytecode(name + "$Maker", Object.class, type);
    maker.constructor();
    MethodVisitor code = maker.method(type.getMethods()[0]); // a functional interface has one
    Bytecode.create(code, name, parameters);
    Bytecode.end(code, wrapper);
    return maker;
  }

  private void forward(Bytecode subclass, Forwarded forwarded) {
    Method method = forwarded.method();
    String owner = Type.getInternalName(forwarded.through());
    MethodVisitor code = subclass.method(method);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, name, REAL, Type.getDescriptor(typeOfReal()));
    Bytecode.cast(code, forwarded.through());
    Bytecode.loadArguments(code, method.getParameterTypes());
    code.visitMethodInsn(
        Opcodes.INVOKEINTERFACE, owner, method.getName(), Type.getMethodDescriptor(method), true);
    Bytecode.end(code, method.getReturnType());
  }

  private Class<?> typeOfReal() {
    return Stream.<Class<?>>iterate(wrapper, Class::getSuperclass)
        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
        .filter(field -> field.getName().equals(REAL))
        .findFirst()
        .orElseThrow()
        .getType();
  }

  /** Calls the wrapper's own method; what that gives has the driver's interfaces, as this has. */
  private void narrow(Bytecode subclass, Narrowed narrowed) {
    Method ours = narrowed.ours();
    MethodVisitor code = subclass.method(narrowed.theirs());
    code.visitVarInsn(Opcodes.ALOAD, 0);
    Bytecode.loadArguments(code, ours.getParameterTypes());
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, name, ours.getName(), Type.getMethodDescriptor(ours), false);
    Bytecode.cast(code, narrowed.theirs().getReturnType());
    Bytecode.end(code, narrowed.theirs().getReturnType());
  }
}
