package io.vaportrail.testkit;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Clients of the AWS SDK for Java 2, made once for each caller. Names no class of the SDK: not everybody has it. */
final class AwsClients implements AutoCloseable {
    private final URI endpoint;
    private final Map<Key, AutoCloseable> made = new ConcurrentHashMap<>();

    AwsClients(URI endpoint) {
        this.endpoint = endpoint;
    }

    private record Key(Class<?> type, String accessKeyId) {}

    <C> C get(Class<C> type, String accessKeyId) {
        return type.cast(made.computeIfAbsent(new Key(type, accessKeyId), key -> make(type, accessKeyId)));
    }

    private AutoCloseable make(Class<?> type, String accessKeyId) {
        if (!type.isInterface() || !AutoCloseable.class.isAssignableFrom(type)) {
            throw notAClient(type, null);
        }
        try {
            Object builder = type.getMethod("builder").invoke(null);
            return SdkBuilders.build(builder, endpoint, accessKeyId);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw notAClient(type, e);
        } catch (InvocationTargetException e) {
            throw notAClient(type, e.getCause());
        }
    }

    private static IllegalArgumentException notAClient(Class<?> type, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "client: " + type.getName() + " (expected: a client of the AWS SDK for Java 2, such as SqsClient)",
                cause);
    }

    @Override
    public void close() {
        for (Key key : made.keySet()) {
            AutoCloseable client = made.remove(key);
            if (client != null) {
                close(client);
            }
        }
    }

    private static void close(AutoCloseable client) {
        try {
            client.close();
        } catch (Exception e) {
            throw new VaportrailException("client: " + client + " did not close", e);
        }
    }
}
