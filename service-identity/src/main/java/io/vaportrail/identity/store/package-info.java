/**
 * What is known of accounts and their identities, shared by IAM, STS and the question who calls. Start with
 * {@link io.vaportrail.identity.store.AccountIdentities}.
 *
 * <p>Whoever changes something of an account holds the account's monitor. Whoever reads needs none: every field is final, or
 * volatile and immutable.
 */
@NullMarked
package io.vaportrail.identity.store;

import org.jspecify.annotations.NullMarked;
