package io.vaportrail.sns.sms;

/**
 * What became of a text message.
 *
 * @param delivered whether it was
 * @param answer what a provider would have answered, in AWS's words where it refuses
 * @param parts how many parts it has
 * @param priceUsd what it costs, in US dollars
 * @param smsType {@code Promotional} or {@code Transactional}
 */
public record TextMessage(boolean delivered, String answer, int parts, double priceUsd, String smsType) {}
