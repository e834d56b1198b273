package io.vaportrail.s3.store;

import io.vaportrail.s3.access.Acl;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** All buckets of all accounts, by name: one name, one bucket. */
public final class Buckets {
    private final ConcurrentSkipListMap<String, Bucket> byName = new ConcurrentSkipListMap<>();
    private final StoreEnvironment environment;

    /** No buckets. */
    public Buckets(StoreEnvironment environment) {
        this.environment = environment;
    }

    /** What they stand on. */
    public StoreEnvironment environment() {
        return environment;
    }

    /** The bucket of this name, or {@code null}. */
    public @Nullable Bucket find(String name) {
        return byName.get(name);
    }

    /**
     * Makes a bucket, unless there is one of this name.
     *
     * @param made takes the new bucket before anybody else sees it
     * @return the bucket there was, or {@code null} when one was made
     */
    public @Nullable Bucket create(BucketName name, Acl acl, java.util.function.Consumer<Bucket> made) {
        Bucket bucket = new Bucket(name, acl, environment);
        made.accept(bucket);
        Bucket existing = byName.putIfAbsent(name.name(), bucket);
        if (existing == null) {
            report(bucket);
        }
        return existing;
    }

    /**
     * Deletes a bucket.
     *
     * @throws io.vaportrail.schema.ServiceException BucketNotEmpty
     */
    public void delete(Bucket bucket) {
        bucket.close(false);
        byName.remove(bucket.name(), bucket);
        environment.stateLog().changed("s3", bucket.owner(), bucket.region(), "bucket", bucket.name(), () -> null);
    }

    /** Reports that what the owner of a bucket set has changed. */
    public void report(Bucket bucket) {
        environment
                .stateLog()
                .changed("s3", bucket.owner(), bucket.region(), "bucket", bucket.name(), bucket::settings);
    }

    /** The buckets of an account after a name, in order; lazily. */
    public Iterable<Bucket> after(String name) {
        return byName.tailMap(name, false).values();
    }

    /** Everything, for checks. */
    public List<Bucket> all() {
        return new ArrayList<>(byName.values());
    }

    /** Forgets all buckets, or those of one account. */
    public void reset(@Nullable String accountId) {
        for (Bucket bucket : all()) {
            if (accountId == null || bucket.owner().equals(accountId)) {
                byName.remove(bucket.name(), bucket);
                bucket.close(true);
            }
        }
    }
}
