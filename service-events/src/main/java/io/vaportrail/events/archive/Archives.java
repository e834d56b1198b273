package io.vaportrail.events.archive;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.state.Regional;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.EventsLimits;
import io.vaportrail.events.pattern.EventPattern;
import io.vaportrail.events.store.Buses;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.events.store.Paging;
import io.vaportrail.model.events.ArchiveState;
import io.vaportrail.model.events.CreateArchiveRequest;
import io.vaportrail.model.events.CreateArchiveResponse;
import io.vaportrail.model.events.DeleteArchiveRequest;
import io.vaportrail.model.events.DeleteArchiveResponse;
import io.vaportrail.model.events.DescribeArchiveRequest;
import io.vaportrail.model.events.DescribeArchiveResponse;
import io.vaportrail.model.events.EventsService;
import io.vaportrail.model.events.ListArchivesRequest;
import io.vaportrail.model.events.ListArchivesResponse;
import io.vaportrail.model.events.UpdateArchiveRequest;
import io.vaportrail.model.events.UpdateArchiveResponse;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * CreateArchive, UpdateArchive, DescribeArchive, ListArchives, DeleteArchive.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-archive.html">Archiving and replaying events</a>
 */
public final class Archives {
    private static final String KIND = "Archive";

    private final Regional<NavigableMap<String, Archive>> regions =
            new Regional<>((account, region) -> new ConcurrentSkipListMap<>());
    private final ArchiveMemory memory = new ArchiveMemory();
    private final Buses buses;
    private final EmulatorClock clock;

    /** Archives of the events of these. */
    public Archives(Buses buses, EmulatorClock clock) {
        this.buses = buses;
        this.clock = clock;
    }

    /** Registers the operations. */
    public void register(OperationRegistry operations) {
        operations
                .onWorker(EventsService.CREATE_ARCHIVE, this::createArchive)
                .onWorker(EventsService.UPDATE_ARCHIVE, this::updateArchive)
                .inline(EventsService.DESCRIBE_ARCHIVE, this::describeArchive)
                .inline(EventsService.LIST_ARCHIVES, this::listArchives)
                .inline(EventsService.DELETE_ARCHIVE, this::deleteArchive);
    }

    private NavigableMap<String, Archive> in(Call call) {
        return regions.in(call.accountId(), call.region());
    }

    /** The archive, or {@code null}. */
    @Nullable Archive find(String name, Call call) {
        return in(call).get(name);
    }

    private Archive get(String name, Call call) {
        Archive archive = find(name, call);
        if (archive == null) {
            throw EventsErrors.notFound(KIND, name);
        }
        return archive;
    }

    private CreateArchiveResponse createArchive(CreateArchiveRequest input, Call call) {
        EventBus bus = buses.get(input.eventSourceArn(), call.accountId(), call.region());
        String pattern = input.eventPattern();
        Archive.Settings settings = new Archive.Settings(
                input.description(),
                pattern == null ? null : EventPattern.compile(pattern),
                input.retentionDays() == null ? 0 : input.retentionDays(),
                input.kmsKeyIdentifier());
        Archive archive = new Archive(input.archiveName(), bus, settings, clock, memory);
        NavigableMap<String, Archive> archives = in(call);
        synchronized (archives) {
            if (archives.containsKey(archive.name())) {
                throw EventsErrors.exists(KIND, archive.name());
            }
            if (archives.size() >= EventsLimits.ARCHIVES) {
                throw EventsErrors.limitExceeded();
            }
            archives.put(archive.name(), archive);
        }
        bus.addListener(archive);
        return CreateArchiveResponse.builder()
                .archiveArn(archive.arn())
                .state(ArchiveState.ENABLED)
                .creationTime(archive.created())
                .build();
    }

    private UpdateArchiveResponse updateArchive(UpdateArchiveRequest input, Call call) {
        String pattern = input.eventPattern();
        if (pattern == null
                && input.retentionDays() == null
                && input.description() == null
                && input.kmsKeyIdentifier() == null) {
            throw EventsErrors.validation(
                    "At least one of EventPattern, RetentionDays or Description must be provided.");
        }
        Archive archive = get(input.archiveName(), call);
        EventPattern compiled = pattern == null ? null : EventPattern.compile(pattern);
        archive.change(old -> new Archive.Settings(
                input.description() == null ? old.description() : input.description(),
                compiled == null ? old.pattern() : compiled,
                input.retentionDays() == null ? old.retentionDays() : input.retentionDays(),
                input.kmsKeyIdentifier() == null ? old.kmsKeyIdentifier() : input.kmsKeyIdentifier()));
        return UpdateArchiveResponse.builder()
                .archiveArn(archive.arn())
                .state(ArchiveState.ENABLED)
                .creationTime(archive.created())
                .build();
    }

    private DescribeArchiveResponse describeArchive(DescribeArchiveRequest input, Call call) {
        Archive archive = get(input.archiveName(), call);
        Archive.Settings settings = archive.settings();
        Archive.Size size = archive.size();
        return DescribeArchiveResponse.builder()
                .archiveArn(archive.arn())
                .archiveName(archive.name())
                .eventSourceArn(archive.bus().arn().toString())
                .description(settings.description())
                .eventPattern(
                        settings.pattern() == null ? null : settings.pattern().text())
                .state(ArchiveState.ENABLED)
                .kmsKeyIdentifier(settings.kmsKeyIdentifier())
                .retentionDays(settings.retentionDays())
                .sizeBytes(size.bytes())
                .eventCount(size.events())
                .creationTime(archive.created())
                .build();
    }

    private ListArchivesResponse listArchives(ListArchivesRequest input, Call call) {
        String prefix = input.namePrefix() == null ? "" : input.namePrefix();
        EventBus bus = input.eventSourceArn() == null
                ? null
                : buses.get(input.eventSourceArn(), call.accountId(), call.region());
        boolean any = input.state() == null || input.state().equals(ArchiveState.ENABLED);
        Paging<Archive> page = Paging.of(
                in(call),
                archive -> any && archive.name().startsWith(prefix) && (bus == null || archive.bus() == bus),
                input.nextToken(),
                input.limit());
        return ListArchivesResponse.builder()
                .archives(page.elements().stream().map(Archives::listed).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static io.vaportrail.model.events.Archive listed(Archive archive) {
        Archive.Size size = archive.size();
        return io.vaportrail.model.events.Archive.builder()
                .archiveName(archive.name())
                .eventSourceArn(archive.bus().arn().toString())
                .state(ArchiveState.ENABLED)
                .retentionDays(archive.settings().retentionDays())
                .sizeBytes(size.bytes())
                .eventCount(size.events())
                .creationTime(archive.created())
                .build();
    }

    private DeleteArchiveResponse deleteArchive(DeleteArchiveRequest input, Call call) {
        Archive archive = get(input.archiveName(), call);
        if (in(call).remove(archive.name(), archive)) {
            archive.close();
        }
        return DeleteArchiveResponse.builder().build();
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        for (NavigableMap<String, Archive> archives : regions.remove(accountId)) {
            archives.values().forEach(Archive::close);
        }
    }
}
