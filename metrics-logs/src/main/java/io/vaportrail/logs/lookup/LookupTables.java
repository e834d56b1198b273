package io.vaportrail.logs.lookup;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.state.Regional;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.group.KmsKeys;
import io.vaportrail.logs.group.Paging;
import io.vaportrail.logs.group.Prefixes;
import io.vaportrail.logs.group.ResourceTags;
import io.vaportrail.logs.insights.engine.LookupTable;
import io.vaportrail.logs.store.EventMemory;
import io.vaportrail.logs.store.LogArn;
import io.vaportrail.model.logs.CreateLookupTableRequest;
import io.vaportrail.model.logs.CreateLookupTableResponse;
import io.vaportrail.model.logs.DeleteLookupTableRequest;
import io.vaportrail.model.logs.DescribeLookupTablesRequest;
import io.vaportrail.model.logs.DescribeLookupTablesResponse;
import io.vaportrail.model.logs.GetLookupTableRequest;
import io.vaportrail.model.logs.GetLookupTableResponse;
import io.vaportrail.model.logs.UpdateLookupTableRequest;
import io.vaportrail.model.logs.UpdateLookupTableResponse;
import io.vaportrail.schema.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * CreateLookupTable, GetLookupTable, UpdateLookupTable, DeleteLookupTable, DescribeLookupTables.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLookupTable.html">
 *     CreateLookupTable</a>
 */
public final class LookupTables {
    private static final String KIND = "lookup-table";

    private final Regional<ConcurrentSkipListMap<String, Saved>> regions =
            new Regional<>((account, region) -> new ConcurrentSkipListMap<>());
    private final EventMemory memory;
    private final ResourceTags tags;
    private final EmulatorClock clock;

    /** No tables; what they take counts against the memory of events. */
    public LookupTables(EventMemory memory, ResourceTags tags, EmulatorClock clock) {
        this.memory = memory;
        this.tags = tags;
        this.clock = clock;
    }

    private record Saved(
            LogArn arn,
            @Nullable String description,
            TableContent content,
            @Nullable String kmsKeyId,
            long updatedMillis) {}

    private ConcurrentSkipListMap<String, Saved> of(Call call) {
        return regions.in(call.accountId(), call.region());
    }

    /** The tables that the queries of an account in a region see. */
    public LookupTable.Source source(Call call) {
        return name -> {
            Saved saved = of(call).get(name);
            return saved == null ? null : saved.content;
        };
    }

    /** CreateLookupTable. */
    public CreateLookupTableResponse createLookupTable(CreateLookupTableRequest input, Call call) {
        Map<String, Saved> all = of(call);
        LogArn arn = new LogArn(call.region(), call.accountId(), KIND, input.lookupTableName());
        TableContent content = content(input.tableBody());
        Saved made = new Saved(arn, input.description(), content, key(input.kmsKeyId()), clock.millis());
        synchronized (all) {
            if (all.containsKey(arn.name())) {
                throw LogsErrors.exists("The specified lookup table already exists.");
            }
            if (all.size() >= LogsLimits.LOOKUP_TABLES) {
                throw LogsErrors.limitExceeded();
            }
            tags.add(arn.toString(), input.tags());
            take(content.sizeBytes());
            all.put(arn.name(), made);
        }
        return CreateLookupTableResponse.builder()
                .lookupTableArn(arn.toString())
                .createdAt(made.updatedMillis)
                .build();
    }

    private void take(long bytes) {
        if (!memory.take(bytes)) {
            throw LogsErrors.full(memory.limitBytes());
        }
    }

    private static TableContent content(String body) {
        try {
            return TableContent.of(body);
        } catch (CsvException e) {
            throw LogsErrors.invalid(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String key(@Nullable String kmsKeyId) {
        return kmsKeyId == null || kmsKeyId.isEmpty() ? null : KmsKeys.checked(kmsKeyId);
    }

    private Saved found(String text, Call call) {
        LogArn arn = LogArn.of(text);
        if (arn == null || !arn.kind().equals(KIND)) {
            throw LogsErrors.invalid("Invalid lookup table ARN: " + text);
        }
        boolean here = arn.accountId().equals(call.accountId()) && arn.region().equals(call.region());
        Saved saved = here ? of(call).get(arn.name()) : null;
        if (saved == null) {
            throw LogsErrors.notFound("The specified lookup table does not exist.");
        }
        return saved;
    }

    /** GetLookupTable. */
    public GetLookupTableResponse getLookupTable(GetLookupTableRequest input, Call call) {
        Saved saved = found(input.lookupTableArn(), call);
        return GetLookupTableResponse.builder()
                .lookupTableArn(saved.arn.toString())
                .lookupTableName(saved.arn.name())
                .description(saved.description)
                .tableBody(saved.content.body())
                .sizeBytes((long) saved.content.sizeBytes())
                .lastUpdatedTime(saved.updatedMillis)
                .kmsKeyId(saved.kmsKeyId)
                .build();
    }

    /** UpdateLookupTable: replaces all rows; queries that are going on keep those that they began with. */
    public UpdateLookupTableResponse updateLookupTable(UpdateLookupTableRequest input, Call call) {
        Map<String, Saved> all = of(call);
        TableContent content = content(input.tableBody());
        synchronized (all) {
            Saved before = found(input.lookupTableArn(), call);
            take((long) content.sizeBytes() - before.content.sizeBytes());
            Saved changed = new Saved(
                    before.arn,
                    input.description() == null ? before.description : input.description(),
                    content,
                    input.kmsKeyId() == null ? before.kmsKeyId : key(input.kmsKeyId()),
                    clock.millis());
            all.put(before.arn.name(), changed);
            return UpdateLookupTableResponse.builder()
                    .lookupTableArn(changed.arn.toString())
                    .lastUpdatedTime(changed.updatedMillis)
                    .build();
        }
    }

    /** DeleteLookupTable. */
    public Unit deleteLookupTable(DeleteLookupTableRequest input, Call call) {
        Map<String, Saved> all = of(call);
        synchronized (all) {
            forget(found(input.lookupTableArn(), call));
            all.remove(found(input.lookupTableArn(), call).arn.name());
        }
        return Unit.INSTANCE;
    }

    private void forget(Saved saved) {
        tags.remove(saved.arn.toString());
        memory.release(saved.content.sizeBytes());
    }

    /** DescribeLookupTables, by name. */
    public DescribeLookupTablesResponse describeLookupTables(DescribeLookupTablesRequest input, Call call) {
        String prefix = input.lookupTableNamePrefix();
        Paging<Saved> page = Paging.of(
                prefix == null ? of(call) : Prefixes.of(of(call), prefix),
                saved -> true,
                "lookup-tables",
                input.nextToken(),
                input.maxResults());
        List<io.vaportrail.model.logs.LookupTable> shown = new ArrayList<>();
        for (Saved saved : page.elements()) {
            shown.add(io.vaportrail.model.logs.LookupTable.builder()
                    .lookupTableArn(saved.arn.toString())
                    .lookupTableName(saved.arn.name())
                    .description(saved.description)
                    .tableFields(saved.content.columns())
                    .recordsCount((long) saved.content.records())
                    .sizeBytes((long) saved.content.sizeBytes())
                    .lastUpdatedTime(saved.updatedMillis)
                    .kmsKeyId(saved.kmsKeyId)
                    .build());
        }
        return DescribeLookupTablesResponse.builder()
                .lookupTables(shown)
                .nextToken(page.nextToken())
                .build();
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        for (Map<String, Saved> all : regions.remove(accountId)) {
            all.values().forEach(this::forget);
        }
    }
}
