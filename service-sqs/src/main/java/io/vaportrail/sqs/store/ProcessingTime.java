package io.vaportrail.sqs.store;

/**
 * Consumer time spent lately, fading by half every minute of domain time: SQS compares tenants by their recent share of it.
 */
final class ProcessingTime {
    private static final double HALF_LIFE_MILLIS = 60_000;

    private double spent;
    private long asOf;

    void add(long millis, long now) {
        spent = at(now) + millis;
        asOf = Math.max(asOf, now);
    }

    double at(long now) {
        if (spent == 0 || now <= asOf) {
            return spent;
        }
        return spent * Math.pow(0.5, (now - asOf) / HALF_LIFE_MILLIS);
    }

    void forget() {
        spent = 0;
    }
}
