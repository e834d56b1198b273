/** E-mail that leaves the emulator. Start with {@link io.vaportrail.core.mail.MailSender}. */
@NullMarked
package io.vaportrail.core.mail;

import org.jspecify.annotations.NullMarked;
