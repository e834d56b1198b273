package io.vaportrail.logs.store;

import java.util.List;

/** The fields of logs that AWS's services vend, in their order. Those of VPC flow logs have different names for different readers. */
public final class VendedFields {
    /** Access logs of CloudFront. */
    public static final List<String> CLOUDFRONT = List.of(
            "date",
            "time",
            "x-edge-location",
            "sc-bytes",
            "c-ip",
            "cs-method",
            "cs(Host)",
            "cs-uri-stem",
            "sc-status",
            "cs(Referer)",
            "cs(User-Agent)",
            "cs-uri-query",
            "cs(Cookie)",
            "x-edge-result-type",
            "x-edge-request-id",
            "x-host-header",
            "cs-protocol",
            "cs-bytes",
            "time-taken",
            "x-forwarded-for",
            "ssl-protocol",
            "ssl-cipher",
            "x-edge-response-result-type",
            "cs-protocol-version",
            "fle-status",
            "fle-encrypted-fields",
            "c-port",
            "time-to-first-byte",
            "x-edge-detailed-result-type",
            "sc-content-type",
            "sc-content-len",
            "sc-range-start",
            "sc-range-end");

    /** Queries of public hosted zones of Route 53. */
    public static final List<String> ROUTE_53 = List.of(
            "version",
            "queryTimestamp",
            "hostZoneId",
            "queryName",
            "queryType",
            "responseCode",
            "protocol",
            "edgeLocation",
            "resolverIp",
            "ednsClientSubnet");

    private VendedFields() {}
}
