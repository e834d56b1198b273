package io.vaportrail.metrics.dashboard;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.MetricErrors;
import io.vaportrail.metrics.dashboard.Dashboards.Dashboard;
import io.vaportrail.metrics.query.PageToken;
import io.vaportrail.model.cloudwatch.CloudWatchService;
import io.vaportrail.model.cloudwatch.DashboardEntry;
import io.vaportrail.model.cloudwatch.DashboardInvalidInputError;
import io.vaportrail.model.cloudwatch.DashboardNotFoundError;
import io.vaportrail.model.cloudwatch.DashboardValidationMessage;
import io.vaportrail.model.cloudwatch.DeleteDashboardsInput;
import io.vaportrail.model.cloudwatch.DeleteDashboardsOutput;
import io.vaportrail.model.cloudwatch.GetDashboardInput;
import io.vaportrail.model.cloudwatch.GetDashboardOutput;
import io.vaportrail.model.cloudwatch.ListDashboardsInput;
import io.vaportrail.model.cloudwatch.ListDashboardsOutput;
import io.vaportrail.model.cloudwatch.PutDashboardInput;
import io.vaportrail.model.cloudwatch.PutDashboardOutput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * PutDashboard, GetDashboard, ListDashboards, DeleteDashboards.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html">PutDashboard</a>
 */
public final class DashboardOperations {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
    private static final int MAX_NAME = 255;
    private static final int PAGE = 1000;

    private final Dashboards dashboards = new Dashboards();
    private final EmulatorClock clock;

    /** No dashboards. */
    public DashboardOperations(EmulatorClock clock) {
        this.clock = clock;
    }

    /** Registers the operations. */
    public void register(OperationRegistry operations) {
        operations
                .onWorker(CloudWatchService.PUT_DASHBOARD, this::putDashboard)
                .inline(CloudWatchService.GET_DASHBOARD, this::getDashboard)
                .inline(CloudWatchService.LIST_DASHBOARDS, this::listDashboards)
                .inline(CloudWatchService.DELETE_DASHBOARDS, this::deleteDashboards);
    }

    /** Forgets the dashboards of an account, or all for {@code null}. */
    public void reset(@Nullable String accountId) {
        dashboards.reset(accountId);
    }

    private PutDashboardOutput putDashboard(PutDashboardInput input, Call call) {
        checkName(input.dashboardName());
        if (input.tags() != null && !input.tags().isEmpty()) {
            throw MetricErrors.notImplemented("tags of dashboards");
        }
        List<DashboardValidationMessage> messages = DashboardCheck.of(input.dashboardBody());
        if (!messages.isEmpty()) {
            throw DashboardInvalidInputError.builder()
                    .message(DashboardCheck.summary(messages))
                    .dashboardValidationMessages(messages)
                    .build();
        }
        Dashboard dashboard = new Dashboard(input.dashboardName(), input.dashboardBody(), clock.millis());
        dashboards.of(call.accountId()).put(dashboard.name(), dashboard);
        return PutDashboardOutput.builder()
                .dashboardValidationMessages(List.of())
                .build();
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw MetricErrors.invalidValue("The value for field DashboardName contains invalid characters."
                    + " It can only contain alphanumerics, dash (-) and underscore (_).\n");
        }
        if (name.length() > MAX_NAME) {
            throw MetricErrors.invalidValue(
                    "The value for field DashboardName must be at most " + MAX_NAME + " characters long.\n");
        }
    }

    private GetDashboardOutput getDashboard(GetDashboardInput input, Call call) {
        Dashboard dashboard = dashboards.of(call.accountId()).get(input.dashboardName());
        if (dashboard == null) {
            throw notFound(input.dashboardName());
        }
        return GetDashboardOutput.builder()
                .dashboardName(dashboard.name())
                .dashboardArn(dashboard.arn(call.accountId()))
                .dashboardBody(dashboard.body())
                .build();
    }

    private static DashboardNotFoundError notFound(String name) {
        return DashboardNotFoundError.of("Dashboard " + name + " does not exist");
    }

    private ListDashboardsOutput listDashboards(ListDashboardsInput input, Call call) {
        String prefix = Objects.requireNonNullElse(input.dashboardNamePrefix(), "");
        int skip = PageToken.offset(input.nextToken(), prefix, MetricErrors::invalidValue);
        List<DashboardEntry> page = new ArrayList<>();
        int found = 0;
        for (Dashboard dashboard :
                dashboards.of(call.accountId()).tailMap(prefix, true).values()) {
            if (!dashboard.name().startsWith(prefix)) {
                break;
            }
            if (page.size() == PAGE) {
                String token = PageToken.of(skip + PAGE, prefix);
                return ListDashboardsOutput.builder()
                        .dashboardEntries(page)
                        .nextToken(token)
                        .build();
            }
            if (found++ >= skip) {
                page.add(entry(dashboard, call.accountId()));
            }
        }
        return ListDashboardsOutput.builder().dashboardEntries(page).build();
    }

    private static DashboardEntry entry(Dashboard dashboard, String accountId) {
        return DashboardEntry.builder()
                .dashboardName(dashboard.name())
                .dashboardArn(dashboard.arn(accountId))
                .lastModified(Instant.ofEpochMilli(dashboard.lastModifiedMillis()))
                .size(dashboard.size())
                .build();
    }

    /** All, or none when one of them does not exist. */
    private DeleteDashboardsOutput deleteDashboards(DeleteDashboardsInput input, Call call) {
        List<String> names = input.dashboardNames();
        Map<String, Dashboard> known = dashboards.of(call.accountId());
        for (String name : names) {
            if (!known.containsKey(name)) {
                throw notFound(name);
            }
        }
        names.forEach(known::remove);
        return DeleteDashboardsOutput.builder().build();
    }
}
