package eyeline.server;

import eyeline.server.sample.Sample;
import java.util.Locale;

/** What the run command says when everything serves: addresses, log-ins, and what to trust. */
final class Welcome {
    private Welcome() {
    }

    static String of(EyelineServer server, double seconds) {
        return String.format(Locale.ROOT, """

                  Eyeline is ready (%.1f s).

                  Sample shop        %s/        the consumer's side: open the window there
                  Agent workspace    %s/agent/  account %s
                  Console            %s/console/  for admin1
                  Backend console    %s/backend/  for operator1

                  Log-ins, all with the password %s
                    account %s   agent1   voice and video
                                       agent2   voice only
                                       manager1, admin1
                    account %s   agent3   voice and video; admin2
                    account 0          operator1

                  %s

                  Both addresses show certificates of a local authority, made for this folder alone.
                  To trust them, import this file into the browser:
                    %s

                  Data and logs: %s
                  Ctrl-C stops everything; the data is kept.
                """, seconds, server.shopAddress(), server.address(), Sample.ACCOUNT, server.address(), server.address(), Sample.PASSWORD, Sample.ACCOUNT,
                Sample.OTHER_ACCOUNT, relay(server), server.caFile(), server.dataFolder());
    }

    private static String relay(EyelineServer server) {
        return server.turnPort().isPresent()
                ? "Relay              turn:localhost:" + server.turnPort().getAsInt() + "      UDP, TCP and TLS; account " + Sample.ACCOUNT + " uses it"
                : "Relay              none: coturn is not installed, calls go directly";
    }
}
