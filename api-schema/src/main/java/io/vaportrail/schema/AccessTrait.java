package io.vaportrail.schema;

import java.util.List;

/**
 * A permission that a call of an operation needs. Most operations need one, which is named like the operation; a few need several,
 * or another one depending on which members are there.
 *
 * @param action the action as policies name it, for example {@code sqs:SendMessage}
 * @param condition the member that must be there for the action to be needed, with {@code !} before it the one that must not; several
 *     with {@code and} between them; or empty
 * @param resources what the action works on; none when it has no resource-level permissions, so that only {@code *} covers it
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">
 *     Service Authorization Reference</a>
 */
public record AccessTrait(String action, String condition, List<ResourceTrait> resources) {

    /** Copies the list. */
    public AccessTrait {
        resources = List.copyOf(resources);
    }

    /** A permission that every call needs. */
    public static AccessTrait of(String action, ResourceTrait... resources) {
        return new AccessTrait(action, "", List.of(resources));
    }

    /** The same permission, needed only under a condition. */
    public AccessTrait onlyIf(String member) {
        return new AccessTrait(action, member, resources);
    }
}
