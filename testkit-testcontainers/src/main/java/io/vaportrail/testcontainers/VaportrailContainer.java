package io.vaportrail.testcontainers;

import io.vaportrail.testkit.PolicyMode;
import io.vaportrail.testkit.Vaportrail;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * The emulator in a container, ready when it answers. {@link #vaportrail()} has clients, the clock and the trail; processes elsewhere need
 * {@link #endpoint()} alone.
 *
 * <pre>{@code
 * try (VaportrailContainer container = new VaportrailContainer("vaportrail:latest")) {
 *     container.start();
 *     SqsClient sqs = container.vaportrail().client(SqsClient.class, "orders-app");
 * }
 * }</pre>
 */
public final class VaportrailContainer extends GenericContainer<VaportrailContainer> {
    /** Where it listens inside. */
    public static final int PORT = 4566;

    private static final String SEED_FILE = "/vaportrail-seed.json";
    private static final Duration START = Duration.ofSeconds(60);

    /**
     * A container of an image, which {@code docker/build} makes.
     *
     * @param image for example {@code vaportrail:latest}
     */
    public VaportrailContainer(String image) {
        this(DockerImageName.parse(image));
    }

    /** A container of an image, which {@code docker/build} makes. */
    @SuppressWarnings("this-escape") // As with all containers.
    public VaportrailContainer(DockerImageName image) {
        super(image);
        addExposedPort(PORT);
        // By HTTP: the check of ports would run a shell in the container, and there is none.
        setWaitStrategy(Wait.forHttp("/_vaportrail/health").forPort(PORT).withStartupTimeout(START));
    }

    /** Has the calls of a file made at start; {@code docs/seed.md} describes it. */
    public VaportrailContainer withSeedFile(Path file) {
        withCopyFileToContainer(MountableFile.forHostPath(file), SEED_FILE);
        return withEnv("VAPORTRAIL_SEED", SEED_FILE);
    }

    /** Whether policies decide over calls; off unless set. */
    public VaportrailContainer withPolicies(PolicyMode mode) {
        return withEnv("VAPORTRAIL_IAM", mode.name().toLowerCase(Locale.ROOT));
    }

    /** Has AWS's waiting rules hold; they do not unless set. */
    public VaportrailContainer withStrictRules() {
        return withEnv("VAPORTRAIL_STRICT", "true");
    }

    /** Where it is reached from the host, for example {@code http://localhost:32768}. */
    public URI endpoint() {
        return URI.create("http://" + getHost() + ":" + getMappedPort(PORT));
    }

    /** Clients, the clock and the trail of a container that was started. Closing it closes its clients alone. */
    public Vaportrail vaportrail() {
        return Vaportrail.at(endpoint());
    }
}
