package io.vaportrail.identity.iam.credential;

import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.Existing;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.ListSSHPublicKeysRequest;
import io.vaportrail.model.iam.ListSSHPublicKeysResponse;
import io.vaportrail.model.iam.ListServerCertificatesRequest;
import io.vaportrail.model.iam.ListServerCertificatesResponse;
import io.vaportrail.model.iam.ListSigningCertificatesRequest;
import io.vaportrail.model.iam.ListSigningCertificatesResponse;
import java.util.List;

/**
 * The lists of SSH keys and certificates, which tools ask for before they delete a user. Uploading one is not implemented and says
 * so; there are none.
 */
public final class UploadedCredentialOperations {
    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.LIST_SSH_PUBLIC_KEYS, this::listSSHPublicKeys)
                .add(IamService.LIST_SIGNING_CERTIFICATES, this::listSigningCertificates)
                .add(IamService.LIST_SERVER_CERTIFICATES, this::listServerCertificates);
    }

    private ListSSHPublicKeysResponse listSSHPublicKeys(
            AccountIdentities account, ListSSHPublicKeysRequest input, Call call) {
        Existing.userOrCaller(account, input.userName(), call);
        return ListSSHPublicKeysResponse.builder()
                .sshPublicKeys(List.of())
                .isTruncated(false)
                .build();
    }

    private ListSigningCertificatesResponse listSigningCertificates(
            AccountIdentities account, ListSigningCertificatesRequest input, Call call) {
        Existing.userOrCaller(account, input.userName(), call);
        return ListSigningCertificatesResponse.builder()
                .certificates(List.of())
                .isTruncated(false)
                .build();
    }

    private ListServerCertificatesResponse listServerCertificates(
            AccountIdentities account, ListServerCertificatesRequest input, Call call) {
        return ListServerCertificatesResponse.builder()
                .serverCertificateMetadataList(List.of())
                .isTruncated(false)
                .build();
    }
}
