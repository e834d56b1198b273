/** Tests of text messages. */
@NullMarked
package io.vaportrail.sns.sms;

import org.jspecify.annotations.NullMarked;
