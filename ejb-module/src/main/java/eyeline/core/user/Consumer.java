package eyeline.core.user;

import eyeline.core.account.AccountId;

/** A consumer; {@code id} is the {@code sub} of the consumer's token (protocol.md, J2). */
public record Consumer(AccountId account, String id) implements Person {
}
