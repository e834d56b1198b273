package io.vaportrail.sqs.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operation on a queue leaves to be done once the queue's lock is released: moves to the dead-letter queue, then answers. */
final class Aftermath {
    private @Nullable List<Message> deadLetters;
    private @Nullable Queue deadLetterQueue;
    private @Nullable List<Answer> answers;

    private record Answer(Poll poll, List<Received> received) {}

    void move(List<Message> exhausted, Queue target) {
        if (deadLetters == null) {
            deadLetters = new ArrayList<>();
        }
        deadLetters.addAll(exhausted);
        deadLetterQueue = target;
    }

    void answer(Poll poll, List<Received> received) {
        if (answers == null) {
            answers = new ArrayList<>(1);
        }
        answers.add(new Answer(poll, received));
    }

    /** Does it. No lock may be held. */
    void settle(String sourceArn) {
        if (deadLetters != null && deadLetterQueue != null) {
            deadLetterQueue.acceptDeadLetters(deadLetters, sourceArn);
        }
        if (answers != null) {
            for (Answer answer : answers) {
                answer.poll.complete(answer.received);
            }
        }
    }
}
