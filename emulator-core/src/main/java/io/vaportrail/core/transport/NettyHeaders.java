package io.vaportrail.core.transport;

import io.netty.handler.codec.http.HttpHeaders;
import io.vaportrail.core.http.Headers;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The headers as Netty read them; nothing is copied. */
record NettyHeaders(HttpHeaders headers) implements Headers {
    @Override
    public @Nullable String first(String name) {
        return headers.get(name);
    }

    @Override
    public List<String> all(String name) {
        return headers.getAll(name);
    }

    @Override
    public void forEach(BiConsumer<String, String> action) {
        Iterator<Map.Entry<CharSequence, CharSequence>> entries = headers.iteratorCharSequence();
        while (entries.hasNext()) {
            Map.Entry<CharSequence, CharSequence> entry = entries.next();
            action.accept(entry.getKey().toString(), entry.getValue().toString());
        }
    }

    @Override
    public boolean contains(String name) {
        return headers.contains(name);
    }
}
