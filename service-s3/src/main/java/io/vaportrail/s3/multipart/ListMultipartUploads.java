package io.vaportrail.s3.multipart;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.ListMultipartUploadsOutput;
import io.vaportrail.model.s3.ListMultipartUploadsRequest;
import io.vaportrail.model.s3.MultipartUpload;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.S3Limits;
import io.vaportrail.s3.access.AclDocuments;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.listing.KeyEncoding;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Upload;
import io.vaportrail.s3.store.Uploads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * ListMultipartUploads: the uploads of a bucket that are not complete, by key, those of a key in the order started.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html">ListMultipartUploads</a>
 */
public final class ListMultipartUploads implements Handler<ListMultipartUploadsRequest, ListMultipartUploadsOutput> {
    private final BucketFinder finder;

    /** The operation. */
    public ListMultipartUploads(BucketFinder finder) {
        this.finder = finder;
    }

    @Override
    public ListMultipartUploadsOutput handle(ListMultipartUploadsRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        KeyEncoding encoding = KeyEncoding.of(input.encodingType());
        int max = max(input.maxUploads());
        Page page = bucket.withUploads(uploads -> page(uploads, input, max));
        Uploads.Place last = page.last;
        return ListMultipartUploadsOutput.builder()
                .bucket(bucket.name())
                .keyMarker(encoding.encode(orEmpty(input.keyMarker())))
                .uploadIdMarker(orEmpty(input.uploadIdMarker()))
                .nextKeyMarker(page.truncated && last != null ? encoding.encode(last.key()) : "")
                .nextUploadIdMarker(page.truncated && last != null ? last.id() : "")
                .prefix(encoding.encodeIfAny(input.prefix()))
                .delimiter(encoding.encodeIfAny(input.delimiter()))
                .encodingType(input.encodingType())
                .maxUploads(max)
                .isTruncated(page.truncated)
                .uploads(page.uploads.stream()
                        .map(upload -> view(upload, encoding))
                        .toList())
                .commonPrefixes(encoding.prefixes(page.commonPrefixes))
                .build();
    }

    private static final class Page {
        private final List<Upload> uploads = new ArrayList<>();
        private final List<String> commonPrefixes = new ArrayList<>();
        private Uploads.@Nullable Place last;
        private boolean truncated;
    }

    private static Page page(Uploads uploads, ListMultipartUploadsRequest input, int max) {
        String prefix = orEmpty(input.prefix());
        String delimiter = orEmpty(input.delimiter());
        String keyMarker = orEmpty(input.keyMarker());
        Page page = new Page();
        for (Map.Entry<Uploads.Place, Upload> entry :
                after(uploads, keyMarker, input.uploadIdMarker()).entrySet()) {
            String key = entry.getKey().key();
            int cut = key.startsWith(prefix) && !delimiter.isEmpty() ? key.indexOf(delimiter, prefix.length()) : -1;
            String common = cut < 0 ? null : key.substring(0, cut + delimiter.length());
            boolean listed = common != null && (page.commonPrefixes.contains(common) || common.equals(keyMarker));
            if (!key.startsWith(prefix) || listed) {
                continue;
            }
            if (page.uploads.size() + page.commonPrefixes.size() >= max) {
                page.truncated = max > 0;
                break;
            }
            if (common == null) {
                page.uploads.add(entry.getValue());
                page.last = entry.getKey();
            } else {
                page.commonPrefixes.add(common);
                page.last = new Uploads.Place(common, "");
            }
        }
        return page;
    }

    /** Later uploads of the marker's key where an upload is named, else those of later keys alone. */
    private static NavigableMap<Uploads.Place, Upload> after(
            Uploads uploads, String keyMarker, @Nullable String uploadMarker) {
        if (keyMarker.isEmpty()) {
            return uploads.all();
        }
        String behind = uploadMarker == null || uploadMarker.isEmpty() ? "\uffff" : uploadMarker;
        return uploads.all().tailMap(new Uploads.Place(keyMarker, behind), false);
    }

    private static int max(@Nullable Integer asked) {
        if (asked != null && asked < 0) {
            throw S3Errors.invalidArgument(
                    "Argument max-uploads must be an integer between 0 and 2147483647", "max-uploads", asked);
        }
        return asked == null ? S3Limits.LISTED_UPLOADS : Math.min(asked, S3Limits.LISTED_UPLOADS);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static MultipartUpload view(Upload upload, KeyEncoding encoding) {
        Upload.ChecksumPlan plan = upload.checksum();
        MultipartUpload.Builder view = MultipartUpload.builder()
                .uploadId(upload.id())
                .key(encoding.encode(upload.target().key()))
                .initiated(upload.target().lastModified())
                .storageClass(upload.target().storageClass())
                .owner(AclDocuments.owner(upload.target().owner()))
                .initiator(Initiators.of(upload));
        if (plan != null && plan.chosen()) {
            view.checksumAlgorithm(plan.algorithm()).checksumType(plan.composite() ? "COMPOSITE" : "FULL_OBJECT");
        }
        return view.build();
    }
}
