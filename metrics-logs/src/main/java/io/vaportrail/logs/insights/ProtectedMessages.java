package io.vaportrail.logs.insights;

import io.vaportrail.logs.insights.engine.Masking;
import io.vaportrail.logs.protection.DataProtection;
import io.vaportrail.logs.store.LogGroup;

/** Hides what data protection policies protect. */
record ProtectedMessages(DataProtection protection) implements Masking {
    @Override
    public boolean protects(LogGroup group) {
        return protection.status(group) != null || protection.inherits(group);
    }

    @Override
    public String masked(LogGroup group, long ingestionMillis, String message) {
        return protection.masked(group, ingestionMillis, message);
    }
}
