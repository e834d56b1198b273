package io.vaportrail.trail.trails;

import io.vaportrail.model.cloudtrail.CloudTrailARNInvalidException;
import io.vaportrail.model.cloudtrail.CloudTrailUnsupportedOperationException;
import io.vaportrail.model.cloudtrail.InsightNotEnabledException;
import io.vaportrail.model.cloudtrail.InvalidHomeRegionException;
import io.vaportrail.model.cloudtrail.InvalidInsightSelectorsException;
import io.vaportrail.model.cloudtrail.InvalidParameterCombinationException;
import io.vaportrail.model.cloudtrail.InvalidParameterException;
import io.vaportrail.model.cloudtrail.InvalidTagParameterException;
import io.vaportrail.model.cloudtrail.InvalidTokenException;
import io.vaportrail.model.cloudtrail.InvalidTrailNameException;
import io.vaportrail.model.cloudtrail.MaximumNumberOfTrailsExceededException;
import io.vaportrail.model.cloudtrail.OrganizationsNotInUseException;
import io.vaportrail.model.cloudtrail.ResourceNotFoundException;
import io.vaportrail.model.cloudtrail.ResourceTypeNotSupportedException;
import io.vaportrail.model.cloudtrail.TagsLimitExceededException;
import io.vaportrail.model.cloudtrail.TrailAlreadyExistsException;
import io.vaportrail.model.cloudtrail.TrailNotFoundException;
import io.vaportrail.schema.ServiceException;

/**
 * What operations on trails answer when they cannot do their work. The texts for an unknown trail, too many trails, names, and
 * multi-region trails are AWS's, from users' reports; those for home regions, tags, tokens, insight selectors and malformed ARNs are
 * UNVERIFIED.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html#API_CreateTrail_Errors">CreateTrail
 *     errors</a>
 */
final class TrailErrors {
    private TrailErrors() {}

    static ServiceException unknown(String nameOrArn, String accountId) {
        return TrailNotFoundException.of("Unknown trail: " + nameOrArn + " for the user: " + accountId);
    }

    static ServiceException exists(TrailArn arn) {
        return TrailAlreadyExistsException.of(
                "Trail " + arn.name() + " already exists for customer: " + arn.accountId());
    }

    static ServiceException tooMany(String accountId, String region) {
        return MaximumNumberOfTrailsExceededException.of(
                "User: " + accountId + " already has " + TrailQuotas.TRAILS + " trails in " + region + ".");
    }

    static ServiceException name(String problem) {
        return InvalidTrailNameException.of(problem);
    }

    static ServiceException arn(String text) {
        return CloudTrailARNInvalidException.of("CloudTrail ARN is not valid: " + text);
    }

    static ServiceException homeRegion(TrailArn arn) {
        return InvalidHomeRegionException.of(
                "Trail " + arn + " can only be changed in its home region " + arn.region() + ".");
    }

    static ServiceException multiRegionWithoutGlobalEvents() {
        return InvalidParameterCombinationException.of("Multi-Region trail must include global service events.");
    }

    static ServiceException noOrganization() {
        return OrganizationsNotInUseException.of(
                "The request could not be completed because the account is not a member of an organization.");
    }

    static ServiceException duplicateTag(String key) {
        return InvalidTagParameterException.of("Duplicate tag key: " + key);
    }

    static ServiceException reservedTag(String key) {
        return InvalidTagParameterException.of("Tag keys that start with aws: are reserved: " + key);
    }

    static ServiceException tagCharacters(String text) {
        return InvalidTagParameterException.of(
                "The tag key or value does not match the regular expression ^([\\\\p{L}\\\\p{Z}\\\\p{N}_.:/=+\\\\-@]*)$: "
                        + text);
    }

    static ServiceException tooManyTags() {
        return TagsLimitExceededException.of("A trail can have at most " + TrailQuotas.TAGS + " tags.");
    }

    static ServiceException tooManyResources() {
        return InvalidParameterCombinationException.of(
                "At most " + TrailQuotas.RESOURCES_OF_LIST_TAGS + " resources can be listed at once.");
    }

    static ServiceException unknownResource(String arn) {
        return ResourceNotFoundException.of("Resource not found: " + arn);
    }

    static ServiceException resourceType(String arn) {
        return ResourceTypeNotSupportedException.of("Resource type not supported: " + arn);
    }

    /** Worded as in the user guide. */
    static ServiceException noInsights(TrailArn arn) {
        return InsightNotEnabledException.of(
                "Trail " + arn + " does not have Insights enabled. Edit the trail settings to"
                        + " enable Insights, and then try the operation again.");
    }

    static ServiceException insightType(String type) {
        return InvalidInsightSelectorsException.of("The Insights type is not valid: " + type);
    }

    static ServiceException insightTwice(String type) {
        return InvalidInsightSelectorsException.of("The Insights type is specified more than once: " + type);
    }

    static ServiceException insightWithoutEvents(String type) {
        return InvalidInsightSelectorsException.of(
                "The trail does not log the management events that " + type + " requires.");
    }

    static ServiceException insightsOfDataEvents() {
        return CloudTrailUnsupportedOperationException.of("Insights on data events are not supported by the emulator.");
    }

    static ServiceException noEventDataStores() {
        return CloudTrailUnsupportedOperationException.of("Event data stores are not supported by the emulator.");
    }

    static ServiceException trailAndEventDataStore() {
        return InvalidParameterCombinationException.of("Specify either a trail or an event data store, but not both.");
    }

    static ServiceException neitherTrailNorEventDataStore() {
        return InvalidParameterException.of("Specify a trail name.");
    }

    static ServiceException token() {
        return InvalidTokenException.of("The token is not valid.");
    }
}
