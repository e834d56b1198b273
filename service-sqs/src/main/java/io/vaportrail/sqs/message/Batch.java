package io.vaportrail.sqs.message;

import io.vaportrail.model.sqs.BatchResultErrorEntry;
import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The rules for batches: one to ten entries with valid and distinct ids; an entry that fails does not keep the others from
 * succeeding.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-batch-api-actions.html">Batch
 *     actions</a>
 */
final class Batch<S> {
    final List<S> successful = new ArrayList<>();
    final List<BatchResultErrorEntry> failed = new ArrayList<>();

    /** Refuses a batch that breaks the rules as a whole. */
    static <E> void check(List<E> entries, String entryType, Function<E, String> idOf) {
        if (entries.isEmpty()) {
            throw SqsErrors.emptyBatchRequest(entryType);
        }
        if (entries.size() > SqsLimits.BATCH_ENTRIES) {
            throw SqsErrors.tooManyEntries(entries.size());
        }
        Set<String> ids = new HashSet<>();
        for (E entry : entries) {
            String id = idOf.apply(entry);
            if (id.isEmpty() || id.length() > SqsLimits.BATCH_ENTRY_ID_LENGTH || !Characters.isWord(id)) {
                throw SqsErrors.invalidBatchEntryId();
            }
            if (!ids.add(id)) {
                throw SqsErrors.batchEntryIdsNotDistinct(id);
            }
        }
    }

    /** One entry's work. */
    @FunctionalInterface
    interface Work<S> {
        S run();
    }

    /** Does an entry's work and notes how it ended. */
    void run(String id, Work<S> work) {
        try {
            successful.add(work.run());
        } catch (ServiceException e) {
            ErrorTrait error = e.error();
            String queryCode = error.queryCode();
            failed.add(BatchResultErrorEntry.builder()
                    .id(id)
                    .senderFault(error.senderFault())
                    .code(queryCode == null ? error.code() : queryCode)
                    .message(e.getMessage())
                    .build());
        }
    }
}
