package io.vaportrail.core.mail;

/**
 * An e-mail of plain text.
 *
 * @param from the sender's address, without a name
 * @param fromName the sender's name as readers see it, or empty for none
 * @param to the recipient's address
 * @param subject of any characters
 * @param text the body
 * @param sentMillis its date, in milliseconds since 1970
 * @param id what tells it from others, before the {@code @} of its Message-ID
 */
public record Mail(String from, String fromName, String to, String subject, String text, long sentMillis, String id) {}
