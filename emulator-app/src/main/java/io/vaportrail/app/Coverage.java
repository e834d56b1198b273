package io.vaportrail.app;

import io.vaportrail.core.pipeline.ServiceHost;
import io.vaportrail.model.Services;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceSchema;

/** Writes which operations are implemented, as the page {@code docs/coverage.md}. */
final class Coverage {
    private Coverage() {}

    static String page(ServiceHost host) {
        StringBuilder summary = new StringBuilder();
        StringBuilder details = new StringBuilder();
        for (String id : Services.ids()) {
            ServiceSchema service = Services.byId(id);
            int implemented = 0;
            StringBuilder rows = new StringBuilder();
            for (OperationSchema<?, ?> operation : service.operations()) {
                boolean does = host.implemented(operation);
                implemented += does ? 1 : 0;
                rows.append("| ").append(operation.name()).append(" | ");
                rows.append(does ? "yes" : "NotImplemented").append(" |\n");
            }
            summary.append("| [")
                    .append(service.sdkId())
                    .append("](#")
                    .append(anchor(service))
                    .append(") | ");
            summary.append(implemented)
                    .append(" of ")
                    .append(service.operations().size())
                    .append(" |\n");
            details.append("\n## ").append(service.sdkId()).append("\n\n| Operation | Implemented |\n|---|---|\n");
            details.append(rows);
        }
        return "# Coverage\n\nGenerated from the code by a test. An operation that is not implemented answers `NotImplemented` (HTTP 501)"
                + " and is recorded.\n\n| Service | Operations |\n|---|---|\n" + summary + details;
    }

    private static String anchor(ServiceSchema service) {
        return service.sdkId().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }
}
