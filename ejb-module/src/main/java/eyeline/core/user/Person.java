package eyeline.core.user;

import eyeline.core.account.AccountId;

/** Somebody on one of our sockets: a consumer or an agent. {@code id} is the participant id that others see (PID). */
public sealed interface Person permits Consumer, Agent {
    AccountId account();

    String id();
}
