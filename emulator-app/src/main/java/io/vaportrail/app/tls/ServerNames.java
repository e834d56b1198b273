package io.vaportrail.app.tls;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that the server's certificate is made out to. A wildcard covers one label, so hosts with regions are spelled out. */
final class ServerNames {
    private static final String LOCALSTACK = "localhost.localstack.cloud";

    /** Names that containers reach their host, or the emulator, by. */
    private static final List<String> CONTAINER_NAMES = List.of(
            "vaportrail",
            "localstack",
            "host.docker.internal",
            "gateway.docker.internal",
            "host.containers.internal",
            "host.testcontainers.internal");

    /**
     * Regions of the standard partition.
     *
     * @see <a href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html">AWS Regions</a>
     */
    private static final List<String> REGIONS = List.of(
            "af-south-1",
            "ap-east-1",
            "ap-east-2",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-south-2",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ap-southeast-5",
            "ap-southeast-6",
            "ap-southeast-7",
            "ca-central-1",
            "ca-west-1",
            "eu-central-1",
            "eu-central-2",
            "eu-north-1",
            "eu-south-1",
            "eu-south-2",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "il-central-1",
            "me-central-1",
            "me-south-1",
            "mx-central-1",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2");

    private ServerNames() {}

    /**
     * All names.
     *
     * @param machine the machine's host name, or {@code null}
     * @param publicUrl the address that clients use, or {@code null}
     * @param signingUrl the address that messages name for their signing certificate, or {@code null}
     */
    static List<String> dnsNames(@Nullable String machine, @Nullable String publicUrl, @Nullable String signingUrl) {
        Set<String> names = new LinkedHashSet<>(List.of(
                "localhost", "*.localhost", "*.s3.localhost", LOCALSTACK, "*." + LOCALSTACK, "*.s3." + LOCALSTACK));
        for (String region : REGIONS) {
            names.add("*." + region + "." + LOCALSTACK);
            names.add("*.s3." + region + "." + LOCALSTACK);
        }
        names.addAll(CONTAINER_NAMES);
        addHost(names, machine);
        addHost(names, publicUrl == null ? null : URI.create(publicUrl).getHost());
        addHost(names, signingUrl == null ? null : URI.create(signingUrl).getHost());
        return new ArrayList<>(names);
    }

    private static void addHost(Set<String> names, @Nullable String host) {
        if (host != null && host.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?") && !host.matches("[\\d.]+")) {
            names.add(host);
            names.add("*." + host);
        }
    }
}
