package io.vaportrail.s3.store;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A multipart upload that is not complete: what the object is to be, and the parts so far. Guarded by the bucket's lock.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html">Multipart upload</a>
 */
public final class Upload {
    private final String id;
    private final ObjectVersion target;
    private final String initiator;
    private final @Nullable ChecksumPlan checksum;
    private final TreeMap<Integer, UploadedPart> parts = new TreeMap<>();

    /**
     * Which checksum the object gets.
     *
     * @param algorithm S3's name
     * @param composite whether it is made of the parts' checksums
     * @param chosen whether the caller asked for it
     */
    public record ChecksumPlan(String algorithm, boolean composite, boolean chosen) {}

    /**
     * An upload without parts.
     *
     * @param target the object to be, its content left out; its time is that of the upload's start
     * @param initiator ARN of who started it
     */
    public Upload(String id, ObjectVersion target, String initiator, @Nullable ChecksumPlan checksum) {
        this.id = id;
        this.target = target;
        this.initiator = initiator;
        this.checksum = checksum;
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** The object to be. */
    public ObjectVersion target() {
        return target;
    }

    /** ARN of who started it. */
    public String initiator() {
        return initiator;
    }

    /** Which checksum the object gets, or {@code null} for none. */
    public @Nullable ChecksumPlan checksum() {
        return checksum;
    }

    /** What the upload itself takes of the memory, its parts left out. */
    public long cost() {
        return target.cost();
    }

    /** What it takes of the memory with its parts. */
    public MemoryShare memory() {
        long bytes = cost();
        for (UploadedPart part : parts.values()) {
            bytes += part.content().size();
        }
        return new MemoryShare(bytes, parts.size() + 1);
    }

    /** Gives back what it took, once it is out of the bucket. */
    public void release(ObjectMemory memory) {
        memory.giveBack(memory());
    }

    /** The parts by number. */
    public TreeMap<Integer, UploadedPart> parts() {
        return parts;
    }
}
