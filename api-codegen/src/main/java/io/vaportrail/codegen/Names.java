package io.vaportrail.codegen;

import java.util.Locale;
import java.util.Set;

/** Turns the model's names into Java's. */
final class Names {
    /** The types of java.lang that a shape could be confused with, up to Java 25. */
    private static final Set<String> JAVA_LANG = Set.of(
            "AbstractMethodError",
            "Appendable",
            "ArithmeticException",
            "ArrayIndexOutOfBoundsException",
            "ArrayStoreException",
            "AssertionError",
            "AutoCloseable",
            "Boolean",
            "BootstrapMethodError",
            "Byte",
            "CharSequence",
            "Character",
            "Class",
            "ClassCastException",
            "ClassLoader",
            "ClassNotFoundException",
            "Cloneable",
            "Comparable",
            "Compiler",
            "Deprecated",
            "Double",
            "Enum",
            "Error",
            "Exception",
            "Float",
            "FunctionalInterface",
            "IO",
            "IllegalArgumentException",
            "IllegalCallerException",
            "IllegalMonitorStateException",
            "IllegalStateException",
            "IndexOutOfBoundsException",
            "Integer",
            "InternalError",
            "InterruptedException",
            "Iterable",
            "LinkageError",
            "Long",
            "MatchException",
            "Math",
            "Module",
            "ModuleLayer",
            "NullPointerException",
            "Number",
            "NumberFormatException",
            "Object",
            "OutOfMemoryError",
            "Override",
            "Package",
            "Process",
            "ProcessBuilder",
            "ProcessHandle",
            "Readable",
            "Record",
            "Runnable",
            "Runtime",
            "RuntimeException",
            "SafeVarargs",
            "ScopedValue",
            "SecurityException",
            "SecurityManager",
            "Short",
            "StableValue",
            "StackOverflowError",
            "StackWalker",
            "String",
            "StringBuffer",
            "StringBuilder",
            "SuppressWarnings",
            "System",
            "Thread",
            "ThreadGroup",
            "ThreadLocal",
            "Throwable",
            "UnsupportedOperationException",
            "VerifyError",
            "VirtualMachineError",
            "Void");

    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while",
            "_");

    /** The methods that a generated structure, exception or builder has anyway. */
    private static final Set<String> METHODS = Set.of(
            "get",
            "set",
            "schema",
            "builder",
            "build",
            "of",
            "required",
            "optional",
            "frozen",
            "error",
            "auditCode",
            "getClass",
            "hashCode",
            "equals",
            "toString",
            "clone",
            "finalize",
            "notify",
            "notifyAll",
            "wait");

    private Names() {}

    /** The class of a shape: its name, unless that is a type of java.lang ({@code Object} of S3 is {@code S3Object}). */
    static String className(String shapeName, String serviceName) {
        String name = Character.toUpperCase(shapeName.charAt(0)) + shapeName.substring(1);
        return JAVA_LANG.contains(name) ? serviceName + name : name;
    }

    /** The accessor and setter of a member. */
    static String method(String memberName) {
        String name = lowerCamel(memberName);
        return METHODS.contains(name) || KEYWORDS.contains(name) ? name + "Member" : name;
    }

    /** {@code QueueUrl} as {@code queueUrl}, {@code MD5OfBody} as {@code md5OfBody}, {@code ARNs} as {@code arns}. */
    static String lowerCamel(String name) {
        int run = 0;
        while (run < name.length() && !Character.isLowerCase(name.charAt(run))) {
            run++;
        }
        boolean plural = run < name.length() && name.charAt(run) == 's' && startsWord(name, run + 1);
        int lowered = run == 0 || run == name.length() || run == 1 || plural ? run : run - 1;
        return name.substring(0, lowered).toLowerCase(Locale.ROOT) + name.substring(lowered);
    }

    private static boolean startsWord(String name, int at) {
        return at == name.length() || Character.isUpperCase(name.charAt(at));
    }

    /** {@code VisibilityTimeout} as {@code VISIBILITY_TIMEOUT}, {@code aws:kms} as {@code AWS_KMS}. */
    static String constant(String name) {
        StringBuilder out = new StringBuilder(name.length() + 8);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isWordPart(c)) {
                separate(out);
                continue;
            }
            if (i > 0 && Character.isUpperCase(c) && beginsWord(name, i)) {
                separate(out);
            }
            out.append(Character.toUpperCase(c));
        }
        String constant = trimmed(out);
        if (constant.isEmpty()) {
            return name.equals("*") ? "ANY" : "EMPTY";
        }
        return Character.isDigit(constant.charAt(0)) ? "VALUE_" + constant : constant;
    }

    private static boolean beginsWord(String name, int at) {
        char before = name.charAt(at - 1);
        boolean nextIsLower = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
        return Character.isLowerCase(before)
                || Character.isDigit(before)
                || (Character.isUpperCase(before) && nextIsLower && !isTail(name, at + 1));
    }

    /** Whether the small letter ends an abbreviation: the {@code s} of {@code ARNs}, the {@code v} of {@code TLSv1}. */
    private static boolean isTail(String name, int at) {
        return (name.charAt(at) == 's' && startsWord(name, at + 1))
                || (name.charAt(at) == 'v' && at + 1 < name.length() && Character.isDigit(name.charAt(at + 1)));
    }

    private static boolean isWordPart(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static void separate(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '_') {
            out.append('_');
        }
    }

    private static String trimmed(StringBuilder out) {
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == '_') {
            end--;
        }
        return out.substring(0, end);
    }
}
