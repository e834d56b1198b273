package io.vaportrail.s3.multipart;

import io.vaportrail.model.s3.CompletedPart;
import io.vaportrail.s3.Members;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.S3Limits;
import io.vaportrail.s3.checksum.Algorithm;
import io.vaportrail.s3.checksum.Digests;
import io.vaportrail.s3.object.ETags;
import io.vaportrail.s3.store.Checksum;
import io.vaportrail.s3.store.ObjectContent;
import io.vaportrail.s3.store.ObjectPart;
import io.vaportrail.s3.store.Upload;
import io.vaportrail.s3.store.UploadedPart;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts an object together from the parts that a caller lists.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html">CompleteMultipartUpload</a>
 */
final class Assembly {
    private final Upload upload;
    private final Map<Integer, UploadedPart> uploaded;
    private final List<UploadedPart> chosen = new ArrayList<>();

    /** An assembly of these parts, as they were when it began. */
    Assembly(Upload upload, Map<Integer, UploadedPart> uploaded) {
        this.upload = upload;
        this.uploaded = uploaded;
    }

    /** Takes the parts listed, which must be there, in order, and large enough. */
    void choose(List<CompletedPart> listed) {
        int previous = 0;
        for (CompletedPart part : listed) {
            Integer number = part.partNumber();
            if (number == null || part.eTag() == null) {
                throw S3Errors.malformedXml();
            }
            if (number <= previous) {
                throw S3Errors.invalidPartOrder(upload.id());
            }
            previous = number;
            chosen.add(find(part, number, ETags.bare(part.eTag())));
        }
        checkSizes();
    }

    private UploadedPart find(CompletedPart listed, int number, String eTag) {
        UploadedPart part = uploaded.get(number);
        if (part == null || !part.content().eTag().equals(eTag)) {
            throw S3Errors.invalidPart(upload.id(), number, eTag);
        }
        Algorithm stated = Algorithm.stated(listed);
        Checksum checksum = part.content().checksum();
        if (stated != null) {
            boolean same = checksum != null
                    && checksum.algorithm().equals(stated.name())
                    && checksum.value().equals(Members.text(listed, stated.member()));
            if (!same) {
                throw S3Errors.invalidPart(upload.id(), number, eTag);
            }
        } else {
            Upload.ChecksumPlan plan = upload.checksum();
            if (plan != null && plan.chosen() && plan.composite()) {
                throw S3Errors.invalidRequest("The upload was created using a "
                        + plan.algorithm().toLowerCase(Locale.ROOT)
                        + " checksum. The complete request must include the checksum for each part. It was missing for"
                        + " part " + number + " in the request.");
            }
        }
        return part;
    }

    private void checkSizes() {
        long total = 0;
        for (int i = 0; i < chosen.size(); i++) {
            ObjectContent content = chosen.get(i).content();
            total += content.size();
            if (i < chosen.size() - 1 && content.size() < S3Limits.PART_BYTES_MIN) {
                throw S3Errors.entityTooSmall(content.size(), chosen.get(i).number(), content.eTag());
            }
        }
        if (total > S3Limits.OBJECT_BYTES) {
            throw S3Errors.entityTooLarge(total, S3Limits.OBJECT_BYTES);
        }
    }

    /** The object's bytes, ETag and checksum. */
    ObjectContent assemble() {
        int total = 0;
        for (UploadedPart part : chosen) {
            total += (int) part.content().size();
        }
        byte[] bytes = new byte[total];
        int at = 0;
        MessageDigest md5 = Digests.of("MD5");
        List<ObjectPart> parts = new ArrayList<>(chosen.size());
        for (int i = 0; i < chosen.size(); i++) {
            ObjectContent content = chosen.get(i).content();
            System.arraycopy(content.bytes(), 0, bytes, at, content.bytes().length);
            at += content.bytes().length;
            md5.update(HexFormat.of().parseHex(content.eTag()));
            parts.add(new ObjectPart(i + 1, content.size(), content.checksum()));
        }
        String eTag = HexFormat.of().formatHex(md5.digest()) + "-" + chosen.size();
        return new ObjectContent(bytes, eTag, checksum(bytes), List.copyOf(parts));
    }

    private @Nullable Checksum checksum(byte[] bytes) {
        Upload.ChecksumPlan plan = upload.checksum();
        if (plan == null) {
            return null;
        }
        Algorithm algorithm = Algorithm.named(plan.algorithm());
        if (!plan.composite()) {
            return new Checksum(algorithm.name(), algorithm.of(bytes), false);
        }
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        for (UploadedPart part : chosen) {
            Checksum checksum = part.content().checksum();
            byte[] value = checksum == null ? null : Algorithm.decode(checksum.value());
            values.writeBytes(value == null ? new byte[0] : value);
        }
        return new Checksum(algorithm.name(), algorithm.of(values.toByteArray()) + "-" + chosen.size(), true);
    }
}
