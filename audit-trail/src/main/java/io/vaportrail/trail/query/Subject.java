package io.vaportrail.trail.query;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The record that a query is put to. */
interface Subject {
    /**
     * What is known without rendering the record: the value, {@code null} when the record has none, or {@link StoredField#UNKNOWN}
     * when only the record tells.
     */
    @Nullable Object stored(StoredField field);

    /** The record: maps, lists, texts, {@link java.math.BigDecimal}, booleans and {@code null}. */
    Map<String, @Nullable Object> record();
}
