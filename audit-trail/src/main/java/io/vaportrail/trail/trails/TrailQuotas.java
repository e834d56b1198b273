package io.vaportrail.trail.trails;

/**
 * How many and how long.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html">Quotas in CloudTrail</a>
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html">CreateTrail</a>
 */
final class TrailQuotas {
    /** Trails in a region, shadows of multi-region trails included. */
    static final int TRAILS = 5;

    /** Tags of a trail. */
    static final int TAGS = 50;

    /** Characters of a name, at least. */
    static final int SHORTEST_NAME = 3;

    /** Characters of a name, at most. */
    static final int LONGEST_NAME = 128;

    /** Characters of a key prefix. */
    static final int LONGEST_PREFIX = 200;

    /** Characters of an SNS topic's name or ARN. */
    static final int LONGEST_TOPIC = 256;

    /** ARNs in one ListTags. */
    static final int RESOURCES_OF_LIST_TAGS = 20;

    private TrailQuotas() {}
}
