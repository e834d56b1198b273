/** Text messages: preferences, opted-out numbers, the sandbox. Start with {@link io.vaportrail.sns.sms.SmsOperations}. */
@NullMarked
package io.vaportrail.sns.sms;

import org.jspecify.annotations.NullMarked;
