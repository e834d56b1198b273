package io.vaportrail.conformance.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/** Many clients at once: nothing is lost and nothing is torn. */
final class ManyWritersTest extends S3Test {
    private static final int WRITERS = 16;

    private final ExecutorService pool = Executors.newFixedThreadPool(WRITERS);

    @BeforeEach
    void make() {
        makeBucket();
    }

    @AfterEach
    void close() {
        pool.shutdownNow();
    }

    private void all(List<Callable<Void>> work) throws Exception {
        for (Future<Void> done : pool.invokeAll(work)) {
            done.get();
        }
    }

    private static Callable<Void> task(Runnable work) {
        return () -> {
            work.run();
            return null;
        };
    }

    @Test
    void everyKeyIsThere() throws Exception {
        List<Callable<Void>> work = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int w = writer;
            work.add(task(() -> {
                for (int i = 0; i < 100; i++) {
                    put("w" + w + "/" + i, bytes(i * 37, w));
                }
            }));
        }

        all(work);

        assertThat(s3.listObjectsV2Paginator(r -> r.bucket(BUCKET)).contents().stream()
                        .count())
                .isEqualTo(WRITERS * 100L);
        for (int w = 0; w < WRITERS; w++) {
            assertThat(get("w" + w + "/99").asByteArrayUnsafe()).isEqualTo(bytes(99 * 37, w));
        }
    }

    @Test
    void everyVersionIsThere() throws Exception {
        setVersioning(software.amazon.awssdk.services.s3.model.BucketVersioningStatus.ENABLED);
        List<Callable<Void>> work = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int w = writer;
            work.add(task(() -> {
                for (int i = 0; i < 20; i++) {
                    put("one", "w" + w + " " + i);
                }
            }));
        }

        all(work);

        List<ObjectVersion> versions =
                s3.listObjectVersions(r -> r.bucket(BUCKET)).versions();
        assertThat(versions).hasSize(WRITERS * 20);
        assertThat(versions.stream().map(ObjectVersion::versionId).distinct()).hasSize(WRITERS * 20);
        assertThat(versions.stream().filter(ObjectVersion::isLatest)).hasSize(1);
    }

    /** A reader sees one of the things written, never a mixture. */
    @Test
    void nothingIsTorn() throws Exception {
        put("one", bytes(50_000, 0));
        List<Callable<Void>> work = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int w = writer;
            work.add(task(() -> {
                for (int i = 0; i < 20; i++) {
                    if (w % 2 == 0) {
                        put("one", bytes(50_000 + w, w));
                    } else {
                        byte[] read = get("one").asByteArrayUnsafe();
                        assertThat(read).isEqualTo(bytes(read.length, read.length - 50_000));
                    }
                }
            }));
        }

        all(work);

        assertThat(keys()).containsExactly("one");
    }

    @Test
    void partsMayComeAtOnce() throws Exception {
        String upload = startUpload("big");
        CompletedPart[] parts = new CompletedPart[6];
        List<Callable<Void>> work = new ArrayList<>();
        for (int number = 1; number <= 6; number++) {
            int n = number;
            work.add(task(() -> parts[n - 1] = uploadPart("big", upload, n, bytes(n == 6 ? 10 : PART, n))));
        }

        all(work);
        s3.completeMultipartUpload(
                r -> r.bucket(BUCKET).key("big").uploadId(upload).multipartUpload(m -> m.parts(parts)));

        byte[] whole = get("big").asByteArrayUnsafe();
        assertThat(whole).hasSize(5 * PART + 10);
        for (int n = 1; n <= 6; n++) {
            byte[] part = java.util.Arrays.copyOfRange(whole, (n - 1) * PART, Math.min(n * PART, whole.length));
            assertThat(part).isEqualTo(bytes(part.length, n));
        }
    }
}
