package io.vaportrail.testkit.trail;

import io.vaportrail.core.json.Json;
import io.vaportrail.testkit.HttpTexts;
import io.vaportrail.testkit.VaportrailException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The records of an account's calls, of all regions: what CloudTrail would record, and what it would not. Immutable: narrowing it gives
 * another one; each question is asked of the emulator anew. {@code docs/trail.md} has the language of {@link #where}.
 */
public final class Trail {
    private static final int MOST = 10_000;

    private final HttpTexts http;
    private final String accountId;
    private final List<String> filters;

    private Trail(HttpTexts http, String accountId, List<String> filters) {
        this.http = http;
        this.accountId = accountId;
        this.filters = List.copyOf(filters);
    }

    /**
     * All records of an account.
     *
     * @param endpoint of the emulator
     * @param accountId 12 digits
     */
    public static Trail of(URI endpoint, String accountId) {
        return new Trail(new HttpTexts(endpoint), accountId, List.of(filter("account", accountId)));
    }

    /** What is recorded from now on: a mark is set behind every call that was answered. */
    public Trail fromNow() {
        String name = UUID.randomUUID().toString();
        ok("markers/" + name, http.post("/_vaportrail/trail/markers/" + name + "?account=" + accountId, ""));
        return with("since", "marker:" + name);
    }

    /**
     * The records that meet a condition, such as {@code requestParameters.queueName like 'Order*'}.
     *
     * @throws VaportrailException when records are asked for, if the condition is malformed
     */
    public Trail where(String condition) {
        return with("where", condition);
    }

    /** The records of calls that name or touch a resource, given by its name, URL or ARN. */
    public Trail on(String resource) {
        return with("resource", resource);
    }

    /** The records of a region alone, for example {@code eu-west-1}. */
    public Trail inRegion(String region) {
        return with("region", region);
    }

    /**
     * The records, the oldest first.
     *
     * @throws VaportrailException when there are more than 10,000, or more than 8 MiB of them
     */
    public List<TrailRecord> records() {
        Map<String, @Nullable Object> answer = ask("", "order=oldest&limit=" + MOST);
        if (Boolean.TRUE.equals(answer.get("Truncated"))) {
            throw new VaportrailException(
                    "trail: more records than can be had at once (expected: at most " + MOST + " of 8 MiB; narrow it)");
        }
        List<TrailRecord> records = new ArrayList<>();
        if (answer.get("Records") instanceof List<?> list) {
            for (Object record : list) {
                records.add(TrailRecord.of(record));
            }
        }
        return records;
    }

    /** How many records there are. */
    public int count() {
        return ask("/count", "").get("Count") instanceof Number count ? count.intValue() : 0;
    }

    /**
     * The least-privilege IAM policy that would have allowed what somebody did, as JSON.
     *
     * @param principal the name or ARN of a user or role
     * @throws VaportrailException when it did nothing that is allowed
     */
    public String policyOf(String principal) {
        HttpTexts.Answer answer = http.get(path("/policy", filter("principal", principal)));
        return ok("policy of " + principal, answer);
    }

    /**
     * Writes {@link #policyOf} into a file.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public Path writePolicyOf(String principal, Path file) {
        try {
            return Files.writeString(file, policyOf(principal));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who did what to what, how often: a table for people. */
    public String summary() {
        return ok("summary", http.get(path("/summary", "format=text")));
    }

    /** The records as a table for people, the oldest first. */
    @Override
    public String toString() {
        return TrailTable.of(records());
    }

    private Map<String, @Nullable Object> ask(String question, String more) {
        String body = ok("trail" + question, http.get(path(question, more)));
        Map<String, @Nullable Object> answer = Json.readObject(body);
        if (answer == null) {
            throw new VaportrailException("trail" + question + ": " + body + " (expected: a JSON object)");
        }
        return answer;
    }

    private static String ok(String what, HttpTexts.Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new VaportrailException(
                    what + ": " + answer.status() + " " + answer.body().strip());
        }
        return answer.body();
    }

    private Trail with(String name, String value) {
        List<String> more = new ArrayList<>(filters);
        more.removeIf(filter -> name.equals("since") && filter.startsWith("since="));
        more.add(filter(name, value));
        return new Trail(http, accountId, more);
    }

    private String path(String question, String more) {
        String query = String.join("&", filters);
        return "/_vaportrail/trail" + question + "?" + query + (more.isEmpty() ? "" : "&" + more);
    }

    private static String filter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
