package io.vaportrail.app;

/** The version of this build. */
final class Version {
    private Version() {}

    /** As the jar's manifest has it, or {@code development} when run from classes. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
