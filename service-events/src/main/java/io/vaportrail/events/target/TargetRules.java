package io.vaportrail.events.target;

import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.events.store.EventsArn;
import io.vaportrail.model.events.DeadLetterConfig;
import io.vaportrail.model.events.SqsParameters;
import io.vaportrail.model.events.Target;
import java.util.Set;

/**
 * What targets must be like.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html">Event bus targets</a>
 */
final class TargetRules {
    /** The services that events can be sent to. */
    private static final Set<String> SERVICES = Set.of(
            "appsync",
            "batch",
            "codebuild",
            "codepipeline",
            "ec2",
            "ecs",
            "events",
            "execute-api",
            "firehose",
            "glue",
            "inspector",
            "kinesis",
            "lambda",
            "logs",
            "redshift",
            "redshift-serverless",
            "sagemaker",
            "sns",
            "sqs",
            "ssm",
            "ssm-incidents",
            "states");

    /** Those that are called under a role only. */
    private static final Set<String> NEED_ROLE = Set.of(
            "appsync",
            "batch",
            "codebuild",
            "codepipeline",
            "ec2",
            "ecs",
            "firehose",
            "glue",
            "inspector",
            "kinesis",
            "redshift",
            "redshift-serverless",
            "sagemaker",
            "ssm",
            "states");

    private TargetRules() {}

    /** The ARN of a target, which must be one that the rules of the bus can call. */
    static EventsArn check(Target target, EventBus bus) {
        EventsArn arn = EventsArn.of(target.arn());
        if (arn == null || !SERVICES.contains(arn.service()) || arn.region().isEmpty()) {
            throw EventsErrors.invalid(target.arn(), "Provided Arn is not in correct format.");
        }
        checkPlace(target, arn, bus);
        boolean destination = arn.service().equals("events") && arn.resource().startsWith("api-destination/");
        if (target.roleArn() == null && (destination || NEED_ROLE.contains(arn.service()))) {
            throw EventsErrors.validation("RoleArn is required for target " + target.arn() + ".");
        }
        checkParameters(target, arn);
        checkDeadLetterQueue(target);
        return arn;
    }

    private static void checkPlace(Target target, EventsArn arn, EventBus bus) {
        boolean self = bus.arn().toString().equals(target.arn());
        if (self) {
            throw EventsErrors.invalid(target.arn(), "Source and target event bus must be different.");
        }
        // AWS's words for this are not known.
        if (arn.busName() == null && !arn.region().equals(bus.region())) {
            throw EventsErrors.invalid(target.arn(), "Target must be in the region of the rule.");
        }
    }

    private static void checkParameters(Target target, EventsArn arn) {
        SqsParameters sqs = target.sqsParameters();
        if (arn.service().equals("sqs") && arn.resource().endsWith(".fifo")) {
            if (sqs == null || sqs.messageGroupId() == null) {
                throw EventsErrors.validation(
                        "Parameter(s) SqsParameters must be specified for target: " + target.id() + ".");
            }
        } else if (sqs != null && !arn.service().equals("sqs")) {
            throw EventsErrors.validation("Parameter(s) SqsParameters not valid for target: " + target.id() + ".");
        }
        if (arn.service().equals("ecs") && target.ecsParameters() == null) {
            throw EventsErrors.validation(
                    "Parameter(s) EcsParameters must be specified for target: " + target.id() + ".");
        }
        if (arn.service().equals("batch") && target.batchParameters() == null) {
            throw EventsErrors.validation(
                    "Parameter(s) BatchParameters must be specified for target: " + target.id() + ".");
        }
    }

    private static void checkDeadLetterQueue(Target target) {
        DeadLetterConfig config = target.deadLetterConfig();
        String text = config == null ? null : config.arn();
        if (text == null) {
            return;
        }
        EventsArn queue = EventsArn.of(text);
        if (queue == null || !queue.service().equals("sqs") || queue.resource().endsWith(".fifo")) {
            throw EventsErrors.invalid(text, "Provided Arn is not in correct format.");
        }
    }
}
