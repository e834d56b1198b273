package io.vaportrail.s3.store;

/**
 * What a bucket is called and whose it is. The name alone identifies it, over all accounts and regions.
 *
 * @param name for example {@code orders}
 * @param owner account id
 * @param region for example {@code eu-west-1}
 */
public record BucketName(String name, String owner, String region) {}
