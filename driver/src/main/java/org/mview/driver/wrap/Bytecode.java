package org.mview.driver.wrap;

import java.lang.reflect.Method;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** One class file in the making: what its methods, which only call, are made of. */
final class Bytecode {
  private static final String CONSTRUCTOR = "<init>";

  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
  private final String name;
  private final String parent;

  /**
   * A public class.
   *
   * @param name with slashes between its packages, as all names here
   */
  Bytecode(String name, Class<?> parent, Class<?>... interfaces) {
    this.name = name;
    this.parent = Type.getInternalName(parent);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    String[] names = new String[interfaces.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = Type.getInternalName(interfaces[i]);
    }
    writer.visit(Opcodes.V17, access, name, null, this.parent, names);
  }

  String name() {
    return name;
  }

  byte[] bytes() {
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** A public constructor that hands its parameters on. */
  void constructor(Class<?>... parameters) {
    String descriptor = descriptor(void.class, parameters);
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC, CONSTRUCTOR, descriptor, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    loadArguments(code, parameters);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, parent, CONSTRUCTOR, descriptor, false);
    end(code, void.class);
  }

  /** Begins a method that overrides this one. */
  MethodVisitor method(Method method) {
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC, method.getName(), Type.getMethodDescriptor(method), null, null);
    code.visitCode();
    return code;
  }

  /** Puts an object of a class with such a constructor on the stack, made from the arguments. */
  static void create(MethodVisitor code, String name, Class<?>... parameters) {
    code.visitTypeInsn(Opcodes.NEW, name);
    code.visitInsn(Opcodes.DUP);
    loadArguments(code, parameters);
    String descriptor = descriptor(void.class, parameters);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, CONSTRUCTOR, descriptor, false);
  }

  /** Puts the arguments of the method that is being written on the stack. */
  static void loadArguments(MethodVisitor code, Class<?>... types) {
    int local = 1;
    for (Class<?> each : types) {
      Type type = Type.getType(each);
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
      local += type.getSize();
    }
  }

  static void cast(MethodVisitor code, Class<?> type) {
    code.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
  }

  /** Returns what is on the stack. */
  static void end(MethodVisitor code, Class<?> result) {
    code.visitInsn(Type.getType(result).getOpcode(Opcodes.IRETURN));
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static String descriptor(Class<?> result, Class<?>... parameters) {
    Type[] types = new Type[parameters.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = Type.getType(parameters[i]);
    }
    return Type.getMethodDescriptor(Type.getType(result), types);
  }
}
