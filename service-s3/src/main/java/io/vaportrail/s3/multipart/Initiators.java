package io.vaportrail.s3.multipart;

import io.vaportrail.model.s3.Initiator;
import io.vaportrail.s3.access.CanonicalUser;
import io.vaportrail.s3.store.Upload;

/** Who started an upload: an IAM principal by its ARN, an account by its canonical id. */
final class Initiators {
    private Initiators() {}

    static Initiator of(Upload upload) {
        String arn = upload.initiator();
        boolean account = arn.isEmpty() || arn.endsWith(":root");
        return Initiator.builder()
                .id(account ? CanonicalUser.id(upload.target().owner()) : arn)
                .build();
    }
}
