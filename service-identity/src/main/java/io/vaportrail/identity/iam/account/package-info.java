/**
 * What concerns a whole account: alias, password policy, summary, details, credential report. Start with {@link io.vaportrail.identity.iam.account.AccountOperations}.
 */
@NullMarked
package io.vaportrail.identity.iam.account;

import org.jspecify.annotations.NullMarked;
