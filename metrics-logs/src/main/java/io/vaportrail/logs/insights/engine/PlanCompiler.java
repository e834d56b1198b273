package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.insights.language.Command;
import io.vaportrail.logs.insights.language.Command.Column;
import io.vaportrail.logs.insights.language.Expression;
import io.vaportrail.logs.insights.language.QuerySyntaxException;
import io.vaportrail.logs.insights.language.Span;
import io.vaportrail.logs.store.EventOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes stages of commands, one after the other, and keeps the names that are known on the way. */
final class PlanCompiler {
    private final long startedMillis;
    private final LookupTable.Source tables;
    private final List<Stage.Maker> stages = new ArrayList<>();
    private final Scope events = Scope.ofEvents();
    private final RunPhase phase = new RunPhase();
    private final RunMemory memory = new RunMemory();
    private final Map<String, Computed> columns = new LinkedHashMap<>();
    private @Nullable Map<String, Computed> displayed;
    private boolean fieldsChosen;
    private Scope scope = events;
    private ExpressionCompiler expressions;
    private EventOrder order = EventOrder.NEWEST_FIRST;
    private int countedFrom;
    private boolean limits;

    /** Whether rows have been cut off or put in order, so that what comes later cannot be done while reading. */
    private boolean arranged;

    private final List<Set<String>> indexed = new ArrayList<>();

    /** Where rows of patterns have what is unusual about them. */
    private int anomalies = -1;

    private boolean needsStandard;
    private Command.@Nullable Against against;

    PlanCompiler(long startedMillis, LookupTable.Source tables) {
        this.startedMillis = startedMillis;
        this.tables = tables;
        this.expressions = ExpressionCompiler.over(scope, startedMillis);
    }

    void compile(List<Command> commands) throws QuerySyntaxException {
        new CommandOrder(commands).check();
        against = CommandOrder.against(commands);
        for (int i = 0; i < commands.size(); i++) {
            add(commands.get(i), commands.subList(i + 1, commands.size()));
        }
    }

    private void add(Command command, List<Command> rest) throws QuerySyntaxException {
        if (command instanceof Command.Fields fields) {
            fields(fields);
        } else if (command instanceof Command.Display display) {
            Map<String, Computed> chosen = new LinkedHashMap<>();
            for (Column column : display.columns()) {
                chosen.put(column.name(), computed(column));
            }
            displayed = chosen;
        } else if (command instanceof Command.Filter filter) {
            Computed condition = compile(filter.condition());
            if (filter.byIndex()) {
                index(filter);
            }
            stages.add(next -> new RowStages.Filter(next, condition));
            if (scope == events && !arranged) {
                countedFrom = stages.size();
            }
        } else if (command instanceof Command.Stats stats) {
            stats(stats);
        } else if (command instanceof Command.Sort sort) {
            sort(sort, rest);
        } else if (command instanceof Command.Limit limit) {
            limits = true;
            arranged = true;
            stages.add(next -> limit.last()
                    ? new RowStages.Last(next, limit.count(), memory)
                    : new RowStages.First(next, limit.count()));
        } else if (command instanceof Command.ParseGlob parse) {
            Computed source = compile(parse.source());
            int[] slots = parsed(parse.names());
            stages.add(next -> new RowStages.ParseGlob(next, source, parse.glob(), slots));
        } else if (command instanceof Command.ParseRegex parse) {
            Computed source = compile(parse.source());
            int[] slots = parsed(parse.names());
            stages.add(next -> new RowStages.ParseRegex(next, source, parse.regex(), parse.groups(), slots));
        } else {
            addRare(command, rest);
        }
    }

    private void addRare(Command command, List<Command> rest) throws QuerySyntaxException {
        if (command instanceof Command.Dedup dedup) {
            List<Computed> keys = new ArrayList<>();
            for (Expression key : dedup.keys()) {
                keys.add(compile(key));
            }
            arranged = true;
            stages.add(next -> new RowStages.Dedup(next, keys, memory));
        } else if (command instanceof Command.Unnest unnest) {
            Computed list = compile(unnest.list());
            int slot = scope.defineOnce(unnest.name().text(), unnest.name().span());
            show(unnest.name().text(), row -> row.get(slot));
            arranged = true;
            stages.add(next -> new RowStages.Unnest(next, list, slot));
        } else if (command instanceof Command.Lookup lookup) {
            lookup(lookup);
        } else if (command instanceof Command.Unmask unmask) {
            for (Column column : unmask.columns()) {
                columns.put(column.name(), expressions.unmasked().compile(column.expression()));
                fieldsChosen = true;
            }
        } else if (command instanceof Command.Pattern pattern) {
            pattern(pattern.source(), rest.stream().anyMatch(later -> later instanceof Command.Anomaly));
        } else if (command instanceof Command.Anomaly anomaly) {
            anomaly(anomaly);
        } else if (command instanceof Command.Diff) {
            boolean own = rest.stream().anyMatch(later -> later instanceof Command.Pattern);
            if (scope == events && !own) {
                pattern(new Expression.Field("@message", command.span()), false);
            }
        } else {
            throw new QuerySyntaxException("unexpected symbol found SOURCE", command.span());
        }
    }

    private void index(Command.Filter filter) throws QuerySyntaxException {
        Set<String> mentioned = ExpressionWalk.fields(filter.condition());
        if (mentioned.isEmpty() || scope != events) {
            throw new QuerySyntaxException(
                    "invalid filterIndex (expected: a condition on a field of events)", filter.span());
        }
        needsStandard = true;
        indexed.add(mentioned);
    }

    private void lookup(Command.Lookup lookup) throws QuerySyntaxException {
        LookupTable table = tables.named(lookup.table().text());
        if (table == null) {
            throw new QuerySyntaxException(
                    "lookup table does not exist: " + lookup.table().text(),
                    lookup.table().span());
        }
        List<String> columns = new ArrayList<>();
        List<Computed> keys = new ArrayList<>();
        for (Command.LookupKey key : lookup.keys()) {
            place(table, key.column());
            columns.add(key.column().text());
            keys.add(compile(key.value()));
        }
        List<LookupStage.Output> outputs = new ArrayList<>();
        for (Command.Name name : lookup.outputs()) {
            int made = scope.madeSlot(name.text());
            int slot = made >= 0 ? made : scope == events ? scope.field(name.text()) : scope.define(name.text());
            outputs.add(new LookupStage.Output(place(table, name), slot));
            show(name.text(), row -> row.get(slot));
        }
        arranged = true;
        LookupTable.Finder finder = table.by(columns);
        stages.add(next -> new LookupStage(next, finder, keys, outputs, lookup.onlyNew()));
    }

    private static int place(LookupTable table, Command.Name column) throws QuerySyntaxException {
        int place = table.columns().indexOf(column.text());
        if (place < 0) {
            throw new QuerySyntaxException("lookup table has no column " + column.text(), column.span());
        }
        return place;
    }

    private Computed compile(Expression expression) throws QuerySyntaxException {
        return expressions.compile(expression);
    }

    /** The value of a column; one with a name of its own is computed once and known by that name from here on. */
    private Computed computed(Column column) throws QuerySyntaxException {
        Computed value = compile(column.expression());
        if (!column.aliased()) {
            return value;
        }
        int slot = scope.defineOnce(column.name(), column.expression().span());
        stages.add(next -> new RowStages.Compute(next, slot, value));
        return row -> row.get(slot);
    }

    private void fields(Command.Fields fields) throws QuerySyntaxException {
        for (Column column : fields.columns()) {
            columns.put(column.name(), computed(column));
        }
        fieldsChosen = true;
    }

    private int[] parsed(List<Command.Name> names) throws QuerySyntaxException {
        int[] slots = new int[names.size()];
        for (int i = 0; i < slots.length; i++) {
            int slot = scope.defineOnce(names.get(i).text(), names.get(i).span());
            slots[i] = slot;
            show(names.get(i).text(), row -> row.get(slot));
        }
        return slots;
    }

    /** Adds a column that a command makes. */
    private void show(String name, Computed value) {
        columns.put(name, value);
    }

    private void sort(Command.Sort sort, List<Command> rest) throws QuerySyntaxException {
        if (!arranged && scope == events && isByTime(sort)) {
            order = sort.keys().get(0).descending() ? EventOrder.NEWEST_FIRST : EventOrder.OLDEST_FIRST;
            return;
        }
        arranged = true;
        List<Computed> keys = new ArrayList<>();
        boolean[] descending = new boolean[sort.keys().size()];
        for (int i = 0; i < descending.length; i++) {
            keys.add(compile(sort.keys().get(i).expression()));
            descending[i] = sort.keys().get(i).descending();
        }
        int most = CommandOrder.wanted(rest);
        stages.add(next -> new SortStage(next, keys, descending, most, memory));
    }

    /** Events can be read in that order at once. */
    private boolean isByTime(Command.Sort sort) {
        return sort.keys().size() == 1
                && sort.keys().get(0).expression() instanceof Expression.Field field
                && field.name().equals("@timestamp")
                && scope.madeSlot("@timestamp") < 0;
    }

    private void stats(Command.Stats stats) throws QuerySyntaxException {
        if (scope == events && !arranged) {
            order = CommandOrder.dependsOnOrder(stats) ? order : EventOrder.ANY;
        }
        Scope output = Scope.ofResults();
        Map<String, Computed> shown = new LinkedHashMap<>();
        List<Computed> groups = new ArrayList<>();
        List<Integer> groupSlots = new ArrayList<>();
        for (Column group : stats.groups()) {
            groups.add(compile(group.expression()));
            int slot = output.define(group.name());
            groupSlots.add(slot);
            name(group, output, slot);
            shown.put(group.name(), row -> row.get(slot));
        }
        AggregateCalls calls = new AggregateCalls(expressions, scope, output, memory);
        ExpressionCompiler results = expressions.with(calls, output);
        List<StatsStage.Derived> derived = new ArrayList<>();
        for (Column column : stats.columns()) {
            Computed value = results.compile(column.expression());
            int slot = output.define(column.name());
            derived.add(new StatsStage.Derived(slot, value));
            name(column, output, slot);
            shown.put(column.name(), row -> row.get(slot));
        }
        StatsStage.Shape shape =
                new StatsStage.Shape(groups, groupSlots, calls.makers(), calls.slots(), derived, output);
        stages.add(next -> new StatsStage(next, shape, memory));
        enter(output, shown);
    }

    /** A column without a name of its own is called as it was computed: {@code sort count(*)}. */
    private static void name(Column column, Scope output, int slot) {
        if (!column.aliased()) {
            output.call(column.expression(), slot);
        }
    }

    private void pattern(Expression expression, boolean judged) throws QuerySyntaxException {
        needsStandard = true;
        Computed source = compile(expression);
        Scope output = Scope.ofResults();
        boolean compares = against != null;
        Map<String, Computed> shown = new LinkedHashMap<>();
        for (String name : PatternStage.define(output, compares)) {
            int slot = output.madeSlot(name);
            shown.put(name, row -> row.get(slot));
        }
        PatternJudge.Maker judges = judged ? judges(expression.span()) : null;
        anomalies = judged ? output.unnamed() : -1;
        int slot = anomalies;
        stages.add(next -> new PatternStage(
                next, source, output, compares ? phase : null, judges == null ? null : judges.make(slot), memory));
        enter(output, shown);
    }

    private PatternJudge.Maker judges(Span span) throws QuerySyntaxException {
        Computed time = scope.resolve("@timestamp", false, span);
        Computed message = scope.resolve("@message", false, span);
        return slot -> new PatternJudge(time, message, slot);
    }

    private void anomaly(Command.Anomaly anomaly) throws QuerySyntaxException {
        int list = anomalies;
        int[] slots = new int[AnomalyStage.NAMES.size()];
        for (int i = 0; i < slots.length; i++) {
            String name = AnomalyStage.NAMES.get(i);
            int slot = scope.defineOnce(name, anomaly.span());
            slots[i] = slot;
            if (!name.equals(AnomalyStage.TIME)) {
                show(name, row -> row.get(slot));
            }
        }
        arranged = true;
        stages.add(next -> new AnomalyStage(next, list, slots));
    }

    /** From here on rows are those of results. */
    private void enter(Scope output, Map<String, Computed> shown) {
        scope = output;
        expressions = ExpressionCompiler.over(scope, startedMillis);
        displayed = null;
        columns.clear();
        columns.putAll(shown);
    }

    /** What is shown; events always with their pointer. */
    Map<String, Computed> columns() {
        Map<String, Computed> shown = new LinkedHashMap<>();
        if (displayed != null) {
            shown.putAll(displayed);
        } else {
            if (!fieldsChosen && scope == events) {
                int time = scope.field("@timestamp");
                int message = scope.field("@message");
                shown.put("@timestamp", row -> row.get(time));
                shown.put("@message", row -> row.get(message));
            }
            shown.putAll(columns);
        }
        if (scope == events) {
            int pointer = scope.field("@ptr");
            shown.put("@ptr", row -> row.get(pointer));
        }
        return shown;
    }

    List<Stage.Maker> stages() {
        return stages;
    }

    /** Behind which stage events count as matching. */
    int countedFrom() {
        return countedFrom;
    }

    Scope events() {
        return events;
    }

    EventOrder order() {
        return order;
    }

    Command.@Nullable Against against() {
        return against;
    }

    /** Whether any expression, wherever it is, reads a field as it came. */
    boolean unmasks() {
        return events.fields().stream().anyMatch(field -> field != null && Scope.isRaw(field));
    }

    boolean needsStandard() {
        return needsStandard || unmasks();
    }

    List<Set<String>> indexed() {
        return indexed;
    }

    boolean limits() {
        return limits;
    }

    RunPhase phase() {
        return phase;
    }

    RunMemory memory() {
        return memory;
    }
}
