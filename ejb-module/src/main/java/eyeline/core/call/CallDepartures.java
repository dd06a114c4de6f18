package eyeline.core.call;

import eyeline.core.account.AccountId;
import eyeline.core.presence.Connection;
import eyeline.core.result.Result;
import eyeline.core.user.Departure;
import eyeline.core.user.LogInId;
import eyeline.core.user.SignIn;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Ends the calls of who may not be here any more, in whatever phase they are (docs/adr/0012). A side of a call rests on the log-in of the
 * socket that owns it, or owned it last: while a page is loaded anew no socket is there, and the call is.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallDepartures {
    @Inject
    LiveCalls live;
    @Inject
    CallSteps steps;
    @Inject
    CallOutlet outlet;
    @Inject
    SignIn signIn;

    /** This log-in of this user is over. What rests on another log-in of the same user goes on. */
    public void leaves(AccountId account, String userPid, LogInId logIn, Departure why) {
        live.of(account).stream().filter(call -> call.parties().agentId().equals(userPid) && rests(call, logIn))
                .forEach(call -> end(call, why));
    }

    /** Something changed after which somebody of this account may have to go. */
    public void lookAgain(AccountId account) {
        live.of(account).forEach(this::lookAgain);
    }

    /** This socket is about to be closed, since its person may not be here any more. */
    public void sentAway(Connection connection) {
        live.ownedBy(connection.id()).forEach(this::lookAgain);
    }

    /** Whether the people of this call may still be here. */
    void lookAgain(LiveCall call) {
        signIn.departure(call.parties().account(), call.parties().agentId(), call.logIn(Party.AGENT)).ifPresent(why -> end(call, why));
    }

    /** When this returns both sides are told of the end, whoever ended it: a socket may be closed after it. */
    private void end(LiveCall call, Departure why) {
        var outcome = steps.take(call.id(), new CallCommand.Leave(why == Departure.ACCOUNT_CLOSED ? Party.SERVER : Party.AGENT, why));
        if (outcome instanceof Result.Refused) {
            outlet.changed(call.parties().conversation(), call.id());
        }
    }

    /** After a restart of the server it is not known on which log-in a side rests whose page has not come back yet. */
    private static boolean rests(LiveCall call, LogInId logIn) {
        return call.logIn(Party.AGENT).map(logIn::equals).orElseGet(() -> call.owner(Party.AGENT).isEmpty());
    }
}
