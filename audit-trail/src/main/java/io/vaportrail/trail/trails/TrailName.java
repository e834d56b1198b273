package io.vaportrail.trail.trails;

import java.util.regex.Pattern;

/**
 * The rules for names of trails.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-naming-requirements.html">Naming
 *     requirements</a>
 */
final class TrailName {
    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern ADJACENT = Pattern.compile(".*[._-]{2}.*");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private TrailName() {}

    /**
     * Returns when the text may be a trail's name.
     *
     * @throws io.vaportrail.model.cloudtrail.InvalidTrailNameException when not
     */
    static void check(String name) {
        if (name.isBlank()) {
            throw TrailErrors.name("Trail name cannot be blank!");
        }
        if (name.length() < TrailQuotas.SHORTEST_NAME) {
            throw TrailErrors.name("Trail name too short. Minimum allowed length: " + TrailQuotas.SHORTEST_NAME
                    + " characters. Specified name length: " + name.length() + " characters.");
        }
        if (name.length() > TrailQuotas.LONGEST_NAME) {
            throw TrailErrors.name("Trail name too long. Maximum allowed length: " + TrailQuotas.LONGEST_NAME
                    + " characters. Specified name length: " + name.length() + " characters.");
        }
        if (!CHARACTERS.matcher(name).matches()) {
            throw TrailErrors.name(
                    "Trail name or ARN can only contain uppercase letters, lowercase letters, numbers, periods (.),"
                            + " hyphens (-), and underscores (_).");
        }
        if (!Character.isLetterOrDigit(name.charAt(0))) {
            throw TrailErrors.name("Trail name must starts with a letter or number.");
        }
        if (!Character.isLetterOrDigit(name.charAt(name.length() - 1))) {
            throw TrailErrors.name("Trail name must ends with a letter or number.");
        }
        if (ADJACENT.matcher(name).matches()) {
            throw TrailErrors.name("Trail name cannot have adjacent periods, hyphens or underscores.");
        }
        if (ADDRESS.matcher(name).matches()) {
            throw TrailErrors.name("Trail name cannot be in IP address format.");
        }
    }
}
