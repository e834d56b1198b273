package io.vaportrail.trail.store;

import io.vaportrail.core.service.Call;
import org.jspecify.annotations.Nullable;

/** The senders that a thread has met lately, the last one first. An application has few; a stranger takes the place of the oldest. */
final class RecentSenders {
    private static final int REMEMBERED = 8;

    private final @Nullable InternedSender[] recent = new InternedSender[REMEMBERED];

    InternedSender find(Call call) {
        for (int i = 0; i < REMEMBERED; i++) {
            InternedSender known = recent[i];
            if (known == null) {
                break;
            }
            if (known.sender().sent(call)) {
                moveToFront(i, known);
                return known;
            }
        }
        InternedSender stranger = new InternedSender(Sender.of(call));
        moveToFront(REMEMBERED - 1, stranger);
        return stranger;
    }

    private void moveToFront(int from, InternedSender sender) {
        System.arraycopy(recent, 0, recent, 1, from);
        recent[0] = sender;
    }
}
