package io.vaportrail.core.pipeline;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.policy.PolicyDirectory;
import io.vaportrail.core.policy.Principal;
import io.vaportrail.core.policy.RequestContext;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.schema.Struct;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys of a call: the global ones, and those that take their value from a member of the input.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition keys</a>
 */
final class CallConditions {
    /**
     * The services that state the older name of the source account, by which the policy of every new topic lets in those of its account;
     * any other, CloudTrail for example, needs a policy that names it.
     *
     * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html#source-account-versus-source-owner">
     *     aws:SourceAccount versus aws:SourceOwner</a>
     */
    private static final Set<String> SOURCE_OWNERS = Set.of("cloudwatch.amazonaws.com", "ses.amazonaws.com");

    private static final String PRINCIPAL_TAG = "aws:principaltag/";
    private static final String REQUEST_TAG = "aws:requesttag/";
    private static final String RESOURCE_TAG = ":resourcetag/";

    private final Call call;
    private final Principal principal;
    private final PolicyDirectory directory;
    private final EmulatorClock clock;
    private final InputConditions input;

    CallConditions(Call call, Struct input, Principal principal, PolicyDirectory directory, EmulatorClock clock) {
        this.call = call;
        this.principal = principal;
        this.directory = directory;
        this.clock = clock;
        this.input = new InputConditions(input);
    }

    /** The context of the call on a resource. */
    RequestContext on(ResourcePolicies.Target target) {
        return RequestContext.of(key -> {
            if (key.equals("aws:resourceaccount") || key.equals("s3:resourceaccount")) {
                return List.of(target.owner());
            }
            String tag = resourceTag(key);
            return tag == null ? values(key) : one(tag(target.tags(), tag));
        });
    }

    /** The name of the tag that a key asks for, or {@code null}; IAM and STS have a prefix of their own for it. */
    private static @Nullable String resourceTag(String key) {
        int slash = key.indexOf(RESOURCE_TAG);
        boolean asks = slash == 3 && (key.startsWith("aws") || key.startsWith("iam") || key.startsWith("sts"));
        return asks ? key.substring(slash + RESOURCE_TAG.length()) : null;
    }

    private @Nullable List<String> values(String key) {
        if (key.startsWith(PRINCIPAL_TAG)) {
            return one(tag(directory.principalTags(call.caller()), key.substring(PRINCIPAL_TAG.length())));
        }
        if (key.startsWith(REQUEST_TAG)) {
            return one(tag(requestTags(), key.substring(REQUEST_TAG.length())));
        }
        if (!key.startsWith("aws:")) {
            return input.values(key);
        }
        return switch (key) {
            case "aws:currenttime" -> one(now().toString());
            case "aws:epochtime" -> one(Long.toString(now().getEpochSecond()));
            case "aws:requestedregion" -> one(call.region());
            case "aws:securetransport" -> one(Boolean.toString(isSecure()));
            case "aws:sourceip" -> fromOutside() ? one(call.origin().sourceIpAddress()) : null;
            case "aws:useragent" -> one(call.origin().userAgent());
            case "aws:tagkeys" -> tagKeys();
            case "aws:referer" -> fromOutside() ? one(referer()) : null;
            case "aws:multifactorauthpresent", "aws:multifactorauthage" ->
                input.hasSecondFactor() ? one(key.endsWith("age") ? "0" : "true") : ofCaller(key);
            default -> ofCaller(key);
        };
    }

    private @Nullable List<String> ofCaller(String key) {
        Caller caller = call.caller();
        boolean service = principal.kind() == Principal.Kind.SERVICE;
        return switch (key) {
            case "aws:principalarn" -> service || isAnonymous() ? null : one(principal.principalArn());
            case "aws:principalaccount" -> service || isAnonymous() ? null : one(principal.accountId());
            case "aws:principaltype" -> service ? null : one(principal.kind().conditionValue());
            case "aws:userid" -> service ? null : one(isAnonymous() ? "anonymous" : principal.id());
            case "aws:username" -> one(principal.name());
            case "aws:principalisawsservice" -> one(Boolean.toString(service));
            case "aws:principalservicename", "aws:principalservicenameslist" -> service ? one(principal.arn()) : null;
            case "aws:sourcearn" -> one(caller.sourceArn());
            case "aws:sourceaccount" -> service ? one(caller.accountId()) : null;
            case "aws:sourceowner" -> SOURCE_OWNERS.contains(principal.arn()) ? one(caller.accountId()) : null;
            case "aws:viaawsservice" -> one(Boolean.toString(!service && caller.invokedBy() != null));
            case "aws:calledvia", "aws:calledviafirst", "aws:calledvialast" -> service ? null : one(caller.invokedBy());
            default -> ofSession(key, caller.session());
        };
    }

    private @Nullable List<String> ofSession(String key, Caller.@Nullable Session session) {
        if (session == null) {
            return null;
        }
        return switch (key) {
            case "aws:multifactorauthpresent" -> one(Boolean.toString(session.mfaAuthenticated()));
            case "aws:multifactorauthage" ->
                session.mfaAuthenticated()
                        ? one(Long.toString(ChronoUnit.SECONDS.between(session.creationDate(), now())))
                        : null;
            case "aws:tokenissuetime" ->
                one(session.creationDate().truncatedTo(ChronoUnit.SECONDS).toString());
            case "aws:sourceidentity" -> one(session.sourceIdentity());
            case "aws:assumedroot" -> session.assumedRoot() ? one("true") : null;
            default -> null;
        };
    }

    private @Nullable String referer() {
        HttpRequest request = call.origin().request();
        return request == null ? null : request.header("Referer");
    }

    /** A role session hands tags on to the session that it begins. */
    private Map<String, String> requestTags() {
        if (!input.beginsRoleSession()) {
            return input.tags();
        }
        Map<String, String> tags = new LinkedHashMap<>(directory.transitiveTags(call.caller()));
        tags.putAll(input.tags());
        return tags;
    }

    private @Nullable List<String> tagKeys() {
        return input.beginsRoleSession()
                ? input.tagKeys(requestTags().keySet())
                : input.tagKeys(input.tags().keySet());
    }

    private boolean isAnonymous() {
        return principal.kind() == Principal.Kind.ANONYMOUS;
    }

    private boolean fromOutside() {
        return call.origin().protocol() != null;
    }

    /** Calls within the process never leave it. */
    private boolean isSecure() {
        return !fromOutside() || call.origin().tls() != null;
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis()).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Keys of tags are not case-sensitive in the names of condition keys. */
    private static @Nullable String tag(Map<String, String> tags, String lowerCaseKey) {
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            if (tag.getKey().toLowerCase(Locale.ROOT).equals(lowerCaseKey)) {
                return tag.getValue();
            }
        }
        return null;
    }

    private static @Nullable List<String> one(@Nullable String value) {
        return value == null ? null : List.of(value);
    }
}
