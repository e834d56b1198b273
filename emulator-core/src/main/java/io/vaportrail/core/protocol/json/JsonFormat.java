package io.vaportrail.core.protocol.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.vaportrail.core.protocol.WireLimits;

/** The one JSON factory: strict, bounded, and without interning what callers send. */
final class JsonFormat {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(WireLimits.MAX_DEPTH)
                    .maxNumberLength(WireLimits.MAX_NUMBER_LENGTH)
                    .maxNameLength(WireLimits.MAX_NAME_LENGTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonFormat() {}
}
