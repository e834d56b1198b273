package io.vaportrail.identity.iam.account;

import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.IamEnvironment;
import io.vaportrail.identity.iam.IamLimits;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.CredentialReport;
import io.vaportrail.model.iam.CredentialReportExpiredException;
import io.vaportrail.model.iam.CredentialReportNotPresentException;
import io.vaportrail.model.iam.GenerateCredentialReportResponse;
import io.vaportrail.model.iam.GetCredentialReportResponse;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.Unit;
import java.time.Duration;

/** GenerateCredentialReport and GetCredentialReport. */
public final class CredentialReportOperations {
    private static final Duration VALID = Duration.ofHours(IamLimits.CREDENTIAL_REPORT_HOURS);

    private final IamEnvironment environment;

    /** Operations over the environment. */
    public CredentialReportOperations(IamEnvironment environment) {
        this.environment = environment;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.GENERATE_CREDENTIAL_REPORT, this::generateCredentialReport)
                .add(IamService.GET_CREDENTIAL_REPORT, this::getCredentialReport);
    }

    /** A report that is not old enough stays as it is. */
    private GenerateCredentialReportResponse generateCredentialReport(
            AccountIdentities account, Unit input, Call call) {
        CredentialReport report = account.credentialReport();
        if (report != null && !isOld(report)) {
            return GenerateCredentialReportResponse.builder().state("COMPLETE").build();
        }
        account.credentialReport(new CredentialReport(
                environment.now(), CredentialReportText.of(account)));
        return GenerateCredentialReportResponse.builder()
                .state("STARTED")
                .description("No report exists. Starting a new report generation task")
                .build();
    }

    private boolean isOld(CredentialReport report) {
        return !environment.now().isBefore(report.generatedTime().plus(VALID));
    }

    private GetCredentialReportResponse getCredentialReport(AccountIdentities account, Unit input, Call call) {
        CredentialReport report = account.credentialReport();
        if (report == null) {
            throw CredentialReportNotPresentException.of("No report exists.");
        }
        if (isOld(report)) {
            throw CredentialReportExpiredException.of("The most recent credential report has expired.");
        }
        return GetCredentialReportResponse.builder()
                .content(Blob.ofUtf8(report.text()))
                .reportFormat("text/csv")
                .generatedTime(report.generatedTime())
                .build();
    }
}
