package io.vaportrail.identity.sts.session;

import io.vaportrail.identity.store.ManagedPolicy;
import io.vaportrail.identity.sts.StsErrors;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * How much room session policies and tags take in the session token. AWS packs them in a form that it does not document. Policies
 * are deflated here, and 1,400 bytes are taken for all the room, so that the small policy of the documentation takes the 6 per cent
 * stated there; tags are counted as they are against 455 bytes, by what was reported of real ones (nine tags of 252 characters: 498
 * per cent).
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">PackedPolicySize</a>
 */
final class PackedPolicySize {
    private static final int POLICY_BYTES = 1_400;
    private static final int TAG_BYTES = 455;
    private static final int ALL = 100;

    private PackedPolicySize() {}

    /** In percent, or {@code null} when there is nothing to pack. */
    static @Nullable Integer of(@Nullable String policy, List<ManagedPolicy> managed, Map<String, String> tags) {
        if (policy == null && managed.isEmpty() && tags.isEmpty()) {
            return null;
        }
        int tagPercent = percent(bytesOf(tags), TAG_BYTES);
        if (tagPercent > ALL) {
            throw StsErrors.packedTagsTooLarge(tagPercent);
        }
        int all = tagPercent + percent(deflated(policy, managed), POLICY_BYTES);
        if (all > ALL) {
            throw StsErrors.packedPolicyTooLarge(all);
        }
        return all;
    }

    private static int percent(int bytes, int room) {
        return (int) Math.min(Integer.MAX_VALUE / 2, Math.round(100.0 * bytes / room));
    }

    private static int bytesOf(Map<String, String> tags) {
        int bytes = 0;
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            bytes += tag.getKey().getBytes(StandardCharsets.UTF_8).length
                    + tag.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        return bytes;
    }

    private static int deflated(@Nullable String policy, List<ManagedPolicy> managed) {
        StringBuilder text = new StringBuilder(policy == null ? "" : policy);
        managed.forEach(one -> text.append(one.arn()));
        if (text.isEmpty()) {
            return 0;
        }
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(text.toString().getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            byte[] buffer = new byte[4096];
            int bytes = 0;
            while (!deflater.finished()) {
                bytes += deflater.deflate(buffer);
            }
            return bytes;
        } finally {
            deflater.end();
        }
    }
}
