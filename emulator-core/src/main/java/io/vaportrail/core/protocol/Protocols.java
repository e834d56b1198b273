package io.vaportrail.core.protocol;

import io.vaportrail.schema.WireProtocol;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** The wire protocols by name, each made when first spoken. */
public final class Protocols {
    private final Function<WireProtocol, Protocol> maker;
    private final AtomicReferenceArray<Protocol> made = new AtomicReferenceArray<>(WireProtocol.values().length);

    /** Protocols made by the function, perhaps more than once when threads meet; one of them is kept. */
    public Protocols(Function<WireProtocol, Protocol> maker) {
        this.maker = maker;
    }

    /** The protocol of this name. */
    public Protocol get(WireProtocol id) {
        Protocol known = made.get(id.ordinal());
        if (known == null) {
            made.compareAndSet(id.ordinal(), null, maker.apply(id));
            known = made.get(id.ordinal());
        }
        return known;
    }
}
