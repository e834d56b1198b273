package io.vaportrail.testkit;

import io.vaportrail.testkit.trail.Trail;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An emulator that tests reach: in this process ({@link #start()}), or anywhere else ({@link #at}). It stands for one account;
 * {@link #inAccount} gives the same emulator as seen from another, so that tests that run side by side stay out of each other's way.
 *
 * <p>Safe for any thread.
 */
public final class Vaportrail implements AutoCloseable {
    /** The account of callers whose key names none. */
    public static final String DEFAULT_ACCOUNT = "000000000000";

    /** The region of clients that are made here. */
    public static final String REGION = "us-east-1";

    /** The secret of every access key; none is checked. */
    public static final String SECRET = "secret";

    private final AdminClient admin;
    private final String accountId;
    private final AwsClients clients;
    private final Runnable end;

    private Vaportrail(AdminClient admin, String accountId, Runnable end) {
        this.admin = admin;
        this.accountId = accountId;
        this.clients = new AwsClients(admin.endpoint());
        this.end = end;
    }

    /**
     * Starts an emulator in this process, on a free port of 127.0.0.1.
     *
     * @throws java.io.UncheckedIOException when no port can be had
     */
    public static Vaportrail start() {
        return builder().start();
    }

    /** For an emulator in this process that differs from the defaults. */
    public static VaportrailBuilder builder() {
        return new VaportrailBuilder();
    }

    /**
     * An emulator that runs elsewhere already, in a container for example. Closing this does not end it.
     *
     * @param endpoint for example {@code http://localhost:4566}
     */
    public static Vaportrail at(URI endpoint) {
        return new Vaportrail(new AdminClient(endpoint), DEFAULT_ACCOUNT, () -> {});
    }

    static Vaportrail owning(URI endpoint, Runnable end) {
        return new Vaportrail(new AdminClient(endpoint), DEFAULT_ACCOUNT, end);
    }

    /**
     * The same emulator as seen from another account. Closing that closes its clients alone.
     *
     * @param account 12 digits
     * @throws IllegalArgumentException when it is not an account
     */
    public Vaportrail inAccount(String account) {
        if (!account.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("account: " + account + " (expected: 12 digits)");
        }
        return new Vaportrail(admin, account, () -> {});
    }

    /** Where it listens, for example {@code http://127.0.0.1:41000}. */
    public URI endpoint() {
        return admin.endpoint();
    }

    /** The region of clients that are made here. */
    public String region() {
        return REGION;
    }

    /** The account that this stands for, 12 digits. */
    public String accountId() {
        return accountId;
    }

    /**
     * The access key id with which a call comes from somebody of that name, for example {@code orders-app@111122223333}: an IAM user
     * in this account's records, who need not be created.
     *
     * @param name as AWS allows names of users; {@code root} is the root of the account
     * @throws IllegalArgumentException when the name cannot be part of an access key id
     */
    public String accessKeyId(String name) {
        if (!name.matches("[\\w+=,.-]{1,64}")) {
            throw new IllegalArgumentException(
                    "name: " + name + " (expected: 1 to 64 letters, digits and any of _+=,.-)");
        }
        return name.equals("root") ? accountId : name + "@" + accountId;
    }

    /**
     * A client of the AWS SDK for Java 2, for {@code root}. The same each time; it is closed when this is.
     *
     * @param type for example {@code SqsClient.class}
     * @throws IllegalArgumentException when it is not a client's interface
     */
    public <C> C client(Class<C> type) {
        return client(type, "root");
    }

    /**
     * A client of the AWS SDK for Java 2, for somebody: {@code vaportrail.client(SqsClient.class, "orders-app")}. The same each time; it
     * is closed when this is. Clients of S3 use path style.
     *
     * @param type for example {@code SqsClient.class}
     * @param name see {@link #accessKeyId}
     * @throws IllegalArgumentException when it is not a client's interface
     */
    public <C> C client(Class<C> type, String name) {
        return clients.get(type, accessKeyId(name));
    }

    /**
     * Points a builder of the AWS SDK for Java 2 at this emulator: endpoint, region and somebody's credentials, and path style for S3.
     * Whoever builds the client closes it.
     *
     * @param builder for example {@code SqsClient.builder()}
     * @param name see {@link #accessKeyId}
     * @return the builder
     * @throws IllegalArgumentException when it is no builder of the SDK's clients
     */
    public <B> B configure(B builder, String name) {
        SdkBuilders.configure(builder, endpoint(), accessKeyId(name));
        return builder;
    }

    /**
     * What a process needs in its environment so that its SDK calls this emulator as somebody: {@code AWS_ENDPOINT_URL},
     * {@code AWS_REGION}, {@code AWS_DEFAULT_REGION}, {@code AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}.
     *
     * @param name see {@link #accessKeyId}
     */
    public Map<String, String> environment(String name) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("AWS_ENDPOINT_URL", endpoint().toString());
        environment.put("AWS_REGION", REGION);
        environment.put("AWS_DEFAULT_REGION", REGION);
        environment.put("AWS_ACCESS_KEY_ID", accessKeyId(name));
        environment.put("AWS_SECRET_ACCESS_KEY", SECRET);
        return environment;
    }

    /** What this account's calls left behind. */
    public Trail trail() {
        return Trail.of(endpoint(), accountId);
    }

    /** The emulator's time, which all accounts share. */
    public VaportrailClock clock() {
        return new VaportrailClock(admin);
    }

    /** Forgets everything of this account. */
    public void reset() {
        admin.post("reset?account=" + accountId, "");
    }

    /** Forgets everything of all accounts, and returns to the machine's time. */
    public void resetAll() {
        admin.post("reset", "");
    }

    /** Closes its clients, and ends the emulator if it was started here. */
    @Override
    public void close() {
        clients.close();
        end.run();
    }

    @Override
    public String toString() {
        return "Vaportrail[" + endpoint() + ", account " + accountId + "]";
    }
}
