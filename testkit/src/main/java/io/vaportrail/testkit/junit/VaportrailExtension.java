package io.vaportrail.testkit.junit;

import io.vaportrail.testkit.PolicyMode;
import io.vaportrail.testkit.Vaportrail;
import io.vaportrail.testkit.VaportrailBuilder;
import io.vaportrail.testkit.VaportrailClock;
import io.vaportrail.testkit.trail.Trail;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts emulators for tests and hands them over. Use it by {@link VaportrailTest}. */
public final class VaportrailExtension implements BeforeEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(VaportrailExtension.class);
    private static final String SDK_CLIENTS = "software.amazon.awssdk.services.";

    /** The first account of test classes; each class takes the next. */
    private static final AtomicLong ACCOUNTS = new AtomicLong(100_000_000_001L);

    /** By name: not everybody has the SDK. */
    private static final Set<String> SDK_SETTINGS = Set.of(
            "software.amazon.awssdk.auth.credentials.AwsCredentialsProvider", "software.amazon.awssdk.regions.Region");

    /** Made by JUnit. */
    public VaportrailExtension() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        VaportrailTest wanted = annotation(context);
        if (!wanted.reset()) {
            return;
        }
        Vaportrail vaportrail = emulator(context);
        if (isOwn(wanted)) {
            vaportrail.resetAll();
        } else {
            vaportrail.reset();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Vaportrail.class
                || type == Trail.class
                || type == VaportrailClock.class
                || SDK_SETTINGS.contains(type.getName())
                || (type.isInterface()
                        && type.getName().startsWith(SDK_CLIENTS)
                        && AutoCloseable.class.isAssignableFrom(type));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Vaportrail vaportrail = emulator(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == Vaportrail.class) {
            return vaportrail;
        }
        if (type == Trail.class) {
            return vaportrail.trail();
        }
        if (type == VaportrailClock.class) {
            if (!isOwn(annotation(context))) {
                throw new ParameterResolutionException(
                        "VaportrailClock: all classes share it (expected: @VaportrailTest(ownEmulator = true))");
            }
            return vaportrail.clock();
        }
        String name = parameter.findAnnotation(As.class).map(As::value).orElse("root");
        if (SDK_SETTINGS.contains(type.getName())) {
            return SdkSettings.of(type, vaportrail, name);
        }
        return vaportrail.client(type, name);
    }

    private static boolean isOwn(VaportrailTest wanted) {
        return wanted.ownEmulator() || wanted.strict() || wanted.policies() != PolicyMode.OFF;
    }

    /** The annotation of the test's class, or of the classes around it. */
    private static VaportrailTest annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(testClass(context), VaportrailTest.class)
                .orElseThrow(() ->
                        new IllegalStateException("VaportrailExtension: no annotation (expected: @VaportrailTest on "
                                + testClass(context) + ")"));
    }

    /** The outermost class with the annotation: nested classes share its emulator. */
    private static Class<?> testClass(ExtensionContext context) {
        Class<?> found = context.getRequiredTestClass();
        for (Class<?> type = found; type != null; type = type.getEnclosingClass()) {
            if (AnnotationSupport.isAnnotated(type, VaportrailTest.class)) {
                found = type;
            }
        }
        return found;
    }

    private static Vaportrail emulator(ExtensionContext context) {
        VaportrailTest wanted = annotation(context);
        ExtensionContext.Store store = classContext(context).getStore(NAMESPACE);
        OfClass ofClass = store.getOrComputeIfAbsent(
                testClass(context),
                type -> new OfClass(
                        isOwn(wanted) ? start(wanted) : share(context.getRoot().getStore(NAMESPACE))),
                OfClass.class);
        return ofClass.vaportrail();
    }

    /** The context that ends when the class with the annotation ends. */
    private static ExtensionContext classContext(ExtensionContext context) {
        Class<?> owner = testClass(context);
        ExtensionContext found = context;
        for (ExtensionContext at = context; at != null; at = at.getParent().orElse(null)) {
            if (at.getTestClass().filter(type -> type == owner).isPresent()) {
                found = at;
            }
        }
        return found;
    }

    private static Vaportrail start(VaportrailTest wanted) {
        VaportrailBuilder builder = Vaportrail.builder().policies(wanted.policies());
        return (wanted.strict() ? builder.strict() : builder).start();
    }

    private static Vaportrail share(ExtensionContext.Store store) {
        OfClass shared = store.getOrComputeIfAbsent("shared", key -> new OfClass(Vaportrail.start()), OfClass.class);
        return shared.vaportrail().inAccount(Long.toString(ACCOUNTS.getAndIncrement()));
    }

    /** What JUnit closes when the run ends. */
    @SuppressWarnings("deprecation") // Versions of JUnit before 5.13 know CloseableResource alone.
    private record OfClass(Vaportrail vaportrail) implements ExtensionContext.Store.CloseableResource {
        @Override
        public void close() {
            vaportrail.close();
        }
    }
}
