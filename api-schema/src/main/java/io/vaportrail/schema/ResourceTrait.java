package io.vaportrail.schema;

import java.util.List;

/**
 * A resource that an operation works on, and how its ARN follows from the operation's input.
 *
 * @param type the type in CloudTrail, for example {@code AWS::SQS::Queue}, or empty where it states none
 * @param arn the ARN with variables, for example <code>arn:aws:sqs:${Region}:${Account}:${QueueName}</code>
 * @param members what fills the variables other than region and account, in their order: paths of input members, for example
 *     {@code Delete.Objects.Key}; {@code A+B} is both after each other, {@code A=text} has a value for an absent member, and
 *     {@code @A}, which fills no variable, is the member that names the account
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">
 *     Service Authorization Reference</a>
 */
public record ResourceTrait(String type, String arn, List<String> members) {

    /** Copies the list. */
    public ResourceTrait {
        members = List.copyOf(members);
    }

    /** A resource of these members. */
    public static ResourceTrait of(String type, String arn, String... members) {
        return new ResourceTrait(type, arn, List.of(members));
    }
}
