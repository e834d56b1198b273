package io.vaportrail.metrics.query;

import io.vaportrail.metrics.math.Queries;
import io.vaportrail.metrics.math.TimeSeries;
import io.vaportrail.model.cloudwatch.MessageData;
import io.vaportrail.model.cloudwatch.MetricDataResult;
import io.vaportrail.model.cloudwatch.StatusCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One page of what queries came to: pages follow each other in time, over all series together. */
final class DataPage {
    private final List<Row> rows = new ArrayList<>();
    private final int skip;
    private final int size;
    private final boolean ascending;
    private final int total;

    /** A series and how far its values have been shown. */
    private static final class Row {
        private final Queries.Result result;
        private final TimeSeries series;
        private int from;
        private int to;

        Row(Queries.Result result, TimeSeries series) {
            this.result = result;
            this.series = series;
        }

        /** The index of the value that comes at that place of the order. */
        int index(int place, boolean ascending) {
            return ascending ? place : series.size() - 1 - place;
        }
    }

    DataPage(List<Queries.Result> results, boolean ascending, int skip, int size) {
        this.ascending = ascending;
        this.skip = skip;
        this.size = size;
        int points = 0;
        for (Queries.Result result : results) {
            if (!Boolean.FALSE.equals(result.query().returnData())) {
                for (TimeSeries series : result.series()) {
                    rows.add(new Row(result, series));
                    points += series.size();
                }
            }
        }
        this.total = points;
        share();
    }

    boolean hasMore() {
        return (long) skip + size < total;
    }

    private record Place(long time, int row) {}

    /** Deals the values out by time, then by row. */
    private void share() {
        if (skip == 0 && total <= size) {
            rows.forEach(row -> row.to = row.series.size());
            return;
        }
        List<Place> places = new ArrayList<>(total);
        for (int row = 0; row < rows.size(); row++) {
            for (long time : rows.get(row).series.times()) {
                places.add(new Place(ascending ? time : -time, row));
            }
        }
        places.sort(Comparator.comparingLong(Place::time).thenComparingInt(Place::row));
        int end = (int) Math.min(total, (long) skip + size);
        for (int i = 0; i < end; i++) {
            Row row = rows.get(places.get(i).row());
            row.to++;
            row.from += i < skip ? 1 : 0;
        }
    }

    List<MetricDataResult> results() {
        List<MetricDataResult> shown = new ArrayList<>(rows.size());
        for (Row row : rows) {
            shown.add(result(row));
        }
        return shown;
    }

    private MetricDataResult result(Row row) {
        List<Instant> times = new ArrayList<>(row.to - row.from);
        List<Double> values = new ArrayList<>(row.to - row.from);
        for (int place = row.from; place < row.to; place++) {
            int index = row.index(place, ascending);
            times.add(Instant.ofEpochSecond(row.series.times()[index]));
            values.add(row.series.values()[index]);
        }
        MetricDataResult.Builder result = MetricDataResult.builder()
                .id(row.result.query().id())
                .label(row.series.label())
                .timestamps(times)
                .values(values)
                .statusCode(row.to < row.series.size() ? StatusCode.PARTIAL_DATA : StatusCode.COMPLETE);
        List<String> units = row.result.units();
        if (units.size() > 1) {
            result.messages(List.of(MessageData.builder()
                    .code("MultipleUnits")
                    .value("Multiple units returned: '" + units + "'")
                    .build()));
        }
        return result.build();
    }
}
