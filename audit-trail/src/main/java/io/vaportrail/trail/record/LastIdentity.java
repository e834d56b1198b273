package io.vaportrail.trail.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vaportrail.core.identity.Caller;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** The {@code userIdentity} of a caller, kept for the next record: mostly the same one calls again. Safe for any thread. */
final class LastIdentity {
    private final JsonFactory factory;
    private volatile Identity last = new Identity(null, false, "");

    private record Identity(@Nullable Caller caller, boolean ownAccount, String json) {}

    LastIdentity(JsonFactory factory) {
        this.factory = factory;
    }

    /**
     * The object as JSON.
     *
     * @param ownAccount whether the record is for the caller's account; other accounts learn less
     */
    String json(Caller caller, boolean ownAccount) throws IOException {
        Identity known = last;
        if (known.ownAccount != ownAccount || !caller.equals(known.caller)) {
            StringWriter text = new StringWriter(256);
            try (JsonGenerator json = factory.createGenerator(text)) {
                new IdentityWriter(json).write(caller, ownAccount);
            }
            known = new Identity(caller, ownAccount, text.toString());
            last = known;
        }
        return known.json;
    }
}
