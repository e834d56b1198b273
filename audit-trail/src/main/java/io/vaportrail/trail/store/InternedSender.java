package io.vaportrail.trail.store;

import java.util.Arrays;

/**
 * A sender with its bytes, and where each ring has them: a block holds the bytes of a sender once, and its records refer to them.
 * The places are guarded by the lock of the ring that they belong to.
 */
final class InternedSender {
    private final Sender sender;
    private final byte[] encoded;
    private final long[] blocks = new long[TrailStore.RINGS];
    private final int[] offsets = new int[TrailStore.RINGS];

    InternedSender(Sender sender) {
        this.sender = sender;
        this.encoded = SenderCodec.encode(sender);
        Arrays.fill(blocks, -1);
    }

    Sender sender() {
        return sender;
    }

    byte[] encoded() {
        return encoded;
    }

    /** Where the ring's block has the bytes, or -1 when it does not. */
    int offsetIn(int ring, long block) {
        return blocks[ring] == block ? offsets[ring] : -1;
    }

    void remember(int ring, long block, int offset) {
        blocks[ring] = block;
        offsets[ring] = offset;
    }
}
