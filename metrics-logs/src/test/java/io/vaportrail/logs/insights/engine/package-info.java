/** Tests of the stages, expressions and functions of queries. */
@NullMarked
package io.vaportrail.logs.insights.engine;

import org.jspecify.annotations.NullMarked;
