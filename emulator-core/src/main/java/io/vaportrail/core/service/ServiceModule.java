package io.vaportrail.core.service;

import io.vaportrail.core.validation.ModelValidationWording;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service: its operations over its state. Made when its first call arrives. */
public interface ServiceModule {
    /** The API that the module serves. */
    ServiceSchema schema();

    /** Registers the operations that the module implements. */
    void register(OperationRegistry operations);

    /** How the service words what breaks its model. */
    default ViolationWording violations() {
        return ModelValidationWording.INSTANCE;
    }

    /** How the service words what policies deny. */
    default DenialWording denials() {
        return DenialWording.USUAL;
    }

    /** What the service does with requests beside what its model describes. */
    default RequestConventions requests() {
        return RequestConventions.PLAIN;
    }

    /**
     * The policy attached to one of the service's resources. Called on event loops when policies are to decide: must be quick and
     * must not block.
     *
     * @param arn of the resource, for example a queue's
     * @return the text of the policy, or {@code null} when there is no such resource or it has none
     */
    default @Nullable String resourcePolicy(String arn) {
        return null;
    }

    /**
     * Whether there is such a resource; a call of an AWS service for one that does not exist goes on, so that it is told so. Called
     * as {@link #resourcePolicy} is.
     *
     * @param arn of the resource, for example a queue's
     */
    default boolean hasResource(String arn) {
        return true;
    }

    /**
     * The account that owns a resource. Called as {@link #resourcePolicy} is.
     *
     * @param arn of the resource
     * @return 12 digits, or {@code null} when it is the one that the ARN names, or the caller's where that names none
     */
    default @Nullable String resourceOwner(String arn) {
        return null;
    }

    /**
     * The ARN of a resource that a call named in another way, for example a role by its name without its path. Called as
     * {@link #resourcePolicy} is.
     *
     * @param arn as far as it follows from the call
     * @return the resource's own ARN; the same when that is it, or when there is no such resource
     */
    default String resolvedArn(String arn) {
        return arn;
    }

    /**
     * The tags of a resource: {@code aws:ResourceTag/…} in policies. Called as {@link #resourcePolicy} is.
     *
     * @param arn of the resource
     * @return none when there is no such resource, or when AWS does not let policies look at its tags
     */
    default Map<String, String> resourceTags(String arn) {
        return Map.of();
    }

    /**
     * Whether the operation decides itself over each of several resources ({@link Call#refusal}) and tells what was refused in its
     * answer; nothing is decided before it then.
     */
    default boolean decidesEach(OperationSchema<?, ?> operation) {
        return false;
    }

    /**
     * Forgets everything, or everything of one account, and answers open polls empty.
     *
     * @param accountId 12 digits, or {@code null} for all accounts
     */
    void reset(@Nullable String accountId);

    /** Makes a module with what the emulator offers. */
    @FunctionalInterface
    interface Factory {
        /** A new module without state. */
        ServiceModule create(EmulatorContext context);
    }
}
