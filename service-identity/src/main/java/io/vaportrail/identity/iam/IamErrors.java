package io.vaportrail.identity.iam;

import io.vaportrail.core.service.CommonError;
import io.vaportrail.model.iam.DeleteConflictException;
import io.vaportrail.model.iam.EntityAlreadyExistsException;
import io.vaportrail.model.iam.InvalidInputException;
import io.vaportrail.model.iam.LimitExceededException;
import io.vaportrail.model.iam.MalformedPolicyDocumentException;
import io.vaportrail.model.iam.NoSuchEntityException;
import io.vaportrail.model.iam.PolicyNotAttachableException;
import io.vaportrail.model.iam.UnmodifiableEntityException;
import io.vaportrail.schema.ServiceException;

/** IAM's errors in IAM's words. */
public final class IamErrors {
    private IamErrors() {}

    /** An input that is wrong in a way that the model does not describe. */
    public static ServiceException validation(String message) {
        return CommonError.sender("ValidationError", 400, message);
    }

    /** Something does not exist. */
    public static ServiceException noSuchEntity(String message) {
        return NoSuchEntityException.of(message);
    }

    /** A user, role or group does not exist; {@code kind} as in {@code user}. */
    public static ServiceException notFound(String kind, String name) {
        return NoSuchEntityException.of("The " + kind + " with name " + name + " cannot be found.");
    }

    /** The name is taken; {@code kind} as in {@code User}. */
    public static ServiceException alreadyExists(String kind, String name) {
        return EntityAlreadyExistsException.of(kind + " with name " + name + " already exists.");
    }

    /** Something exists already. */
    public static ServiceException alreadyExists(String message) {
        return EntityAlreadyExistsException.of(message);
    }

    /** Something must be deleted first; {@code what} as in {@code must delete policies first}. */
    public static ServiceException deleteConflict(String what) {
        return DeleteConflictException.of("Cannot delete entity, " + what + ".");
    }

    /** A quota would be exceeded; {@code quota} as in {@code AccessKeysPerUser}. */
    public static ServiceException quota(String quota, int limit) {
        return LimitExceededException.of("Cannot exceed quota for " + quota + ": " + limit);
    }

    /** A limit would be exceeded. */
    public static ServiceException limitExceeded(String message) {
        return LimitExceededException.of(message);
    }

    /** An input that makes no sense. */
    public static ServiceException invalidInput(String message) {
        return InvalidInputException.of(message);
    }

    /** A policy document that cannot be read. */
    public static ServiceException malformedPolicy(String message) {
        return MalformedPolicyDocumentException.of(message);
    }

    /** A policy that is not for customers to attach. */
    public static ServiceException notAttachable(String message) {
        return PolicyNotAttachableException.of(message);
    }

    /** Something that no policy can allow. */
    public static ServiceException accessDenied(String message) {
        return CommonError.sender("AccessDenied", 403, message);
    }

    /** Only AWS may change it. */
    public static ServiceException unmodifiable(String message) {
        return UnmodifiableEntityException.of(message);
    }
}
