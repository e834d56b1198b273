package io.vaportrail.app.cli;

import org.jspecify.annotations.Nullable;

/** What {@code start} can be told, each by a flag and by a variable. The flag goes before the variable, that before the default. */
enum StartOption {
    PORT("--port", "PORT", "4566", "Port to listen on; 0 takes any free one."),
    HOST("--host", "ADDRESS", "127.0.0.1", "Address to listen on; 0.0.0.0 for all, as containers need."),
    PUBLIC_URL(
            "--public-url",
            "URL",
            null,
            "Scheme, host and port of the addresses in answers; the request's own unless set."),
    SIGNING_URL(
            "--signing-url",
            "URL",
            null,
            "Where messages say that their signing certificate is, for verifiers that take AWS's hosts alone."),
    SMTP_SERVER(
            "--smtp-server",
            "HOST:PORT",
            null,
            "Where e-mail is handed to, in plain text, for example a mail catcher; kept only unless set."),
    ACCOUNT("--account", "ID", "000000000000", "Account of callers whose access key names none."),
    REGION("--region", "REGION", "us-east-1", "Region of calls whose signature names none."),
    STRICT(
            "--strict",
            "BOOL",
            "false",
            "Keep AWS's waiting rules too: a deleted queue's name is blocked for 60 s, one purge per 60 s."),
    IAM(
            "--iam",
            "MODE",
            "off",
            "Whether policies decide over calls: off, audit (mark what they would deny) or enforce."),
    MAX_BODY("--max-body", "SIZE", "16m", "Longest request body, for example 512k or 64m."),
    MAX_OBJECT("--max-object", "SIZE", "128m", "Longest body of an S3 object or part, up to 1g."),
    S3_MEMORY(
            "--s3-memory",
            "SIZE",
            null,
            "Memory for all S3 objects together; a quarter of the Java heap unless set. What does not fit is refused."),
    METRICS_MEMORY(
            "--metrics-memory",
            "SIZE",
            "64m",
            "Memory for all CloudWatch metrics together; the oldest values make room."),
    LOGS_MEMORY(
            "--logs-memory",
            "SIZE",
            null,
            "Memory for all log events together; a fifth of the Java heap unless set. What does not fit is refused."),
    AUDIT_MANAGEMENT_MEMORY(
            "--audit-management-memory",
            "SIZE",
            "32m",
            "Memory for records of management events; the oldest make room."),
    AUDIT_DATA_MEMORY("--audit-data-memory", "SIZE", "32m", "Memory for records of data events; the oldest make room."),
    TRAIL_DELIVERY(
            "--trail-delivery",
            "DURATION",
            "PT5S",
            "How long records gather before trails deliver them, for example PT5M as with AWS."),
    SEED("--seed", "FILE", null, "A file of calls to make at start, in JSON. When one fails the start fails."),
    LOG_LEVEL("--log-level", "LEVEL", "info", "error, warn, info, debug or trace."),
    LOG_REQUESTS("--log-requests", "WHICH", "errors", "Which calls are logged: none, errors or all."),
    SEED_RANDOM("--seed-random", "NUMBER", null, "Make ids and chance reproducible; never for real secrets.");

    private final String flag;
    private final String valueName;
    private final @Nullable String defaultText;
    private final String description;

    StartOption(String flag, String valueName, @Nullable String defaultText, String description) {
        this.flag = flag;
        this.valueName = valueName;
        this.defaultText = defaultText;
        this.description = description;
    }

    String flag() {
        return flag;
    }

    String variable() {
        return "VAPORTRAIL_" + name();
    }

    String valueName() {
        return valueName;
    }

    @Nullable String defaultText() {
        return defaultText;
    }

    String description() {
        return description;
    }

    /** Whether the flag alone, without a value, means true. */
    boolean isSwitch() {
        return this == STRICT;
    }
}
