/** Export tasks: events of a log group into a bucket. Start with {@link io.vaportrail.logs.export.ExportTasks}. */
@NullMarked
package io.vaportrail.logs.export;

import org.jspecify.annotations.NullMarked;
