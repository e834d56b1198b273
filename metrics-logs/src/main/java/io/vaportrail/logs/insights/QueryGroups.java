package io.vaportrail.logs.insights;

import io.vaportrail.core.service.Call;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.insights.language.Command;
import io.vaportrail.logs.store.LogArn;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.model.logs.LogGroupClass;
import io.vaportrail.model.logs.StartQueryRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the log groups that a query reads: those of the parameters or those of its SOURCE command. */
final class QueryGroups {
    /** Log groups of a query that names them. */
    private static final int MOST = 50;

    private final LogStore store;
    private final GroupFinder finder;

    QueryGroups(LogStore store, GroupFinder finder) {
        this.store = store;
        this.finder = finder;
    }

    /**
     * The groups.
     *
     * @throws io.vaportrail.schema.ServiceException when one is not there, there are too many, or parameters contradict each other
     */
    List<LogGroup> of(StartQueryRequest input, Command.@Nullable Source source, Call call) {
        List<String> named = named(input, source);
        if (source != null && source.groups().isEmpty()) {
            return chosen(source, call);
        }
        if (named.isEmpty()) {
            throw LogsErrors.missing("logGroupName");
        }
        if (named.size() > MOST) {
            throw LogsErrors.constraint(
                    "logGroupNames", named, "Member must have length less than or equal to " + MOST);
        }
        List<LogGroup> groups = new ArrayList<>();
        for (String name : named) {
            LogGroup group = group(name, call);
            if (!groups.contains(group)) {
                groups.add(group);
            }
        }
        return groups;
    }

    private static List<String> named(StartQueryRequest input, Command.@Nullable Source source) {
        List<List<String>> given = new ArrayList<>();
        if (input.logGroupName() != null) {
            given.add(List.of(input.logGroupName()));
        }
        if (input.logGroupNames() != null) {
            given.add(input.logGroupNames());
        }
        if (input.logGroupIdentifiers() != null) {
            given.add(input.logGroupIdentifiers());
        }
        if (given.size() > (source == null ? 1 : 0)) {
            String also = source == null ? "" : " and the SOURCE command";
            throw LogsErrors.invalid(
                    "Exactly one of logGroupName, logGroupNames, logGroupIdentifiers" + also + " can be specified.");
        }
        return source != null ? source.groups() : given.isEmpty() ? List.of() : given.get(0);
    }

    private LogGroup group(String identifier, Call call) {
        LogGroup group;
        if (identifier.startsWith("arn:")) {
            LogArn arn = LogArn.of(identifier);
            group = arn == null || store.find(arn) == null ? null : finder.identified(identifier, call);
        } else {
            group = store.in(call.accountId(), call.region()).get(identifier);
        }
        if (group == null) {
            throw InsightsErrors.noSuchGroup(identifier, call);
        }
        if (group.groupClass().equals(LogGroupClass.DELIVERY)) {
            throw LogsErrors.invalid("Log groups of class DELIVERY cannot be queried: " + group.name());
        }
        return group;
    }

    private List<LogGroup> chosen(Command.Source source, Call call) {
        String wanted = source.groupClass() == null ? LogGroupClass.STANDARD : source.groupClass();
        List<LogGroup> groups = new ArrayList<>();
        boolean own = source.accounts().isEmpty() || source.accounts().contains(call.accountId());
        if (own) {
            for (LogGroup group : store.in(call.accountId(), call.region()).values()) {
                boolean named = source.prefixes().isEmpty()
                        || source.prefixes().stream().anyMatch(group.name()::startsWith);
                if (named && group.groupClass().equals(wanted)) {
                    groups.add(group);
                }
            }
        }
        return groups;
    }
}
