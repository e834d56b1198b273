package io.vaportrail.trail.record;

import io.vaportrail.schema.AccessTrait;
import io.vaportrail.schema.ResourceTrait;
import io.vaportrail.trail.store.StoredCall;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The resources that the event history shows for a call. They are not the record's {@code resources} but are taken from parameters
 * and answer, every value that names one: an AssumeRole shows the new access key, the session by name, id and ARN, and the role.
 *
 * <p>For STS this is what real records show; for the other services the same is assumed, and what the overlays say a call needs
 * permissions on is shown too. Queues, topics and the like that are given
 * by URL or ARN are shown by their name as well, so that one name finds the whole life of a resource.
 */
public final class MinedResources {
    private static final char NONE = '\0';

    /** The calls whose name is that of a trail. */
    private static final Set<String> TRAIL_CALLS =
            Set.of("CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging", "GetTrailStatus");

    /** The calls whose name is that of a rule. */
    private static final Set<String> RULE_CALLS =
            Set.of("PutRule", "DeleteRule", "DescribeRule", "EnableRule", "DisableRule");

    private static final Map<String, List<Rule>> RULES = Map.ofEntries(
            Map.entry(
                    "sqs",
                    List.of(
                            answer("queueUrl", "AWS::SQS::Queue", '/'),
                            request("queueName", "AWS::SQS::Queue"),
                            request("queueUrl", "AWS::SQS::Queue", '/'),
                            request("sourceArn", "AWS::SQS::Queue", ':'),
                            request("destinationArn", "AWS::SQS::Queue", ':'))),
            Map.entry(
                    "sts",
                    List.of(
                            answer("credentials.accessKeyId", "AWS::IAM::AccessKey"),
                            request("roleSessionName", "AWS::STS::AssumedRole"),
                            answer("assumedRoleUser.assumedRoleId", "AWS::STS::AssumedRole"),
                            answer("assumedRoleUser.arn", "AWS::STS::AssumedRole"),
                            request("roleArn", "AWS::IAM::Role"))),
            Map.entry(
                    "iam",
                    List.of(
                            answer("accessKey.accessKeyId", "AWS::IAM::AccessKey"),
                            request("accessKeyId", "AWS::IAM::AccessKey"),
                            request("userName", "AWS::IAM::User"),
                            request("groupName", "AWS::IAM::Group"),
                            request("roleName", "AWS::IAM::Role"),
                            request("instanceProfileName", "AWS::IAM::InstanceProfile"),
                            request("policyArn", "AWS::IAM::Policy"),
                            request("policyName", "AWS::IAM::Policy"))),
            Map.entry(
                    "sns",
                    List.of(
                            request("name", "AWS::SNS::Topic", NONE, Set.of("CreateTopic")),
                            answer("topicArn", "AWS::SNS::Topic", ':'),
                            request("topicArn", "AWS::SNS::Topic", ':'),
                            answer("subscriptionArn", "AWS::SNS::Subscription"),
                            request("subscriptionArn", "AWS::SNS::Subscription"))),
            Map.entry(
                    "kms",
                    List.of(
                            answer("keyMetadata.keyId", "AWS::KMS::Key"),
                            request("keyId", "AWS::KMS::Key"),
                            request("targetKeyId", "AWS::KMS::Key"),
                            request("aliasName", "AWS::KMS::Alias"))),
            Map.entry(
                    "secretsmanager",
                    List.of(
                            answer("arn", "AWS::SecretsManager::Secret"),
                            answer("aRN", "AWS::SecretsManager::Secret"),
                            request("secretId", "AWS::SecretsManager::Secret"),
                            request("name", "AWS::SecretsManager::Secret"))),
            Map.entry("s3", List.of(request("bucket", "AWS::S3::Bucket"))),
            Map.entry(
                    "acm",
                    List.of(
                            answer("certificateArn", "AWS::CertificateManager::Certificate"),
                            request("certificateArn", "AWS::CertificateManager::Certificate"))),
            Map.entry("logs", List.of(request("logGroupName", "AWS::Logs::LogGroup"))),
            Map.entry(
                    "cloudwatch",
                    List.of(
                            request("alarmName", "AWS::CloudWatch::Alarm"),
                            request("alarmNames", "AWS::CloudWatch::Alarm"))),
            Map.entry("events", List.of(request("name", "AWS::Events::Rule", NONE, RULE_CALLS))),
            Map.entry(
                    "cloudtrail",
                    List.of(
                            request("name", "AWS::CloudTrail::Trail", NONE, TRAIL_CALLS),
                            request("trailName", "AWS::CloudTrail::Trail"),
                            request("trailNameList", "AWS::CloudTrail::Trail"),
                            answer("trailARN", "AWS::CloudTrail::Trail"),
                            request("s3BucketName", "AWS::S3::Bucket"))));

    private MinedResources() {}

    /**
     * Where a name is found.
     *
     * @param inAnswer whether among the response elements rather than the request parameters
     * @param path keys as in the record, joined by dots
     * @param type what it names
     * @param nameAfter the character whose last occurrence comes before the plain name, or {@link #NONE}
     * @param events the events that the rule is for, or none for all
     */
    private record Rule(boolean inAnswer, String path, String type, char nameAfter, Set<String> events) {
        boolean isFor(String eventName) {
            return events.isEmpty() || events.contains(eventName);
        }
    }

    private static Rule answer(String path, String type) {
        return answer(path, type, NONE);
    }

    private static Rule answer(String path, String type, char nameAfter) {
        return new Rule(true, path, type, nameAfter, Set.of());
    }

    private static Rule request(String path, String type) {
        return request(path, type, NONE);
    }

    private static Rule request(String path, String type, char nameAfter) {
        return request(path, type, nameAfter, Set.of());
    }

    private static Rule request(String path, String type, char nameAfter, Set<String> events) {
        return new Rule(false, path, type, nameAfter, events);
    }

    /** The resources of a call, each once. */
    public static List<NamedResource> of(StoredCall call) {
        List<Rule> rules =
                Objects.requireNonNullElse(RULES.get(call.operation().service().id()), List.<Rule>of());
        Map<String, List<String>> request = ParameterTexts.of(call.requestParameters());
        Map<String, List<String>> answer = ParameterTexts.of(call.responseElements());
        if (request.isEmpty() && answer.isEmpty()) {
            return List.of();
        }
        Set<NamedResource> found = new LinkedHashSet<>();
        for (Rule rule : rules) {
            if (!rule.isFor(call.eventName())) {
                continue;
            }
            Map<String, List<String>> texts = rule.inAnswer ? answer : request;
            for (String text : Objects.requireNonNullElse(texts.get(rule.path), List.<String>of())) {
                add(found, rule, text);
            }
        }
        addAccessed(found, call, request);
        return new ArrayList<>(found);
    }

    /** What else the call needed permissions on, named as the parameters name it. */
    private static void addAccessed(Set<NamedResource> found, StoredCall call, Map<String, List<String>> request) {
        for (AccessTrait access : call.operation().accesses()) {
            for (ResourceTrait resource : access.resources()) {
                String key = resource.type().isEmpty() ? "" : keyOf(resource);
                for (String text : Objects.requireNonNullElse(request.get(key), List.<String>of())) {
                    found.add(new NamedResource(resource.type(), text));
                }
            }
        }
    }

    /** The path in records of the member that names a resource: the last, without what goes before or in its place. */
    private static String keyOf(ResourceTrait resource) {
        String last = "";
        for (String member : resource.members()) {
            last = member.startsWith("@") ? last : member;
        }
        String path = last.substring(last.indexOf('+') + 1).split("=", 2)[0];
        StringBuilder key = new StringBuilder(path);
        for (int at = 0; at >= 0 && at < key.length(); ) {
            key.setCharAt(at, Character.toLowerCase(key.charAt(at)));
            int dot = key.indexOf(".", at);
            at = dot < 0 ? -1 : dot + 1;
        }
        return key.toString();
    }

    private static void add(Set<NamedResource> found, Rule rule, String text) {
        if (rule.nameAfter != NONE) {
            String name = text.substring(text.lastIndexOf(rule.nameAfter) + 1);
            if (!name.isEmpty()) {
                found.add(new NamedResource(rule.type, name));
            }
        }
        found.add(new NamedResource(rule.type, text));
    }
}
