package io.vaportrail.s3.object;

import io.vaportrail.s3.Members;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.checksum.ChecksumMembers;
import io.vaportrail.s3.store.ObjectContent;
import io.vaportrail.s3.store.ObjectPart;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which bytes of an object GetObject and HeadObject speak of: by range, or by the number of a part. */
final class ReadRange {
    private ReadRange() {}

    static @Nullable ByteRange of(@Nullable String range, @Nullable Integer partNumber, ObjectContent content) {
        if (partNumber == null) {
            return ByteRange.parse(range, content.size());
        }
        if (range != null) {
            throw S3Errors.invalidRequest("Cannot specify both Range header and partNumber query parameter.");
        }
        return ofPart(partNumber, content);
    }

    private static @Nullable ByteRange ofPart(int number, ObjectContent content) {
        List<ObjectPart> parts = content.parts();
        int count = Math.max(1, parts.size());
        if (number < 1 || number > count) {
            throw S3Errors.invalidPartNumber(number, count);
        }
        if (parts.isEmpty()) {
            return null;
        }
        long from = 0;
        for (int i = 0; i < number - 1; i++) {
            from += parts.get(i).size();
        }
        return new ByteRange(from, from + parts.get(number - 1).size() - 1);
    }

    /** Tells the checksum of the bytes that an answer speaks of, where there is one: of all, or of a part. */
    static void setChecksum(
            StructSchema<?> schema,
            StructBuilder<?> into,
            ObjectContent content,
            @Nullable ByteRange range,
            @Nullable Integer partNumber) {
        if (partNumber != null && !content.parts().isEmpty()) {
            ChecksumMembers.set(
                    schema, into, content.parts().get(partNumber - 1).checksum());
        } else if (range == null || range.length() == content.size()) {
            ChecksumMembers.set(schema, into, content.checksum());
        }
    }

    /** Says which bytes an answer speaks of. */
    static void set(
            StructSchema<?> schema,
            StructBuilder<?> into,
            ObjectContent content,
            @Nullable ByteRange range,
            @Nullable Integer partNumber) {
        if (range != null) {
            Members.set(schema, into, "ContentRange", range.of(content.size()));
        }
        if (partNumber != null && !content.parts().isEmpty()) {
            Members.set(schema, into, "PartsCount", content.parts().size());
        }
    }
}
