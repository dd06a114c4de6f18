package eyeline.whole.browser;

import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Api;
import eyeline.whole.wire.Scene;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Closes every open conversation of the sample's account, and with it its call, so that the next test begins with nobody waiting. */
final class Leftovers {
    private static final String OPEN = """
            select c.conversation_id, p.participant_id from conversation c
            left join conversation_participant p on p.conversation_id = c.conversation_id and p.role = 'ASSIGNED_AGENT'
            where c.account_id = ? and c.state = 'OPEN'""";

    private record Who(Api product, String user) {
    }

    /** One for each product is enough: a password takes its time. */
    private static final Map<Who, AgentDesk.LogIn> LOG_INS = new ConcurrentHashMap<>();

    private Leftovers() {
    }

    static void end(Product product) {
        var open = product.owner().query(OPEN, Scene.ACCOUNT);
        if (open.isEmpty()) {
            return;
        }
        try (var first = desk(product, "agent1"); var second = desk(product, "agent2")) {
            for (var row : open) {
                var conversation = row.get("conversation_id").toString();
                if (row.get("participant_id") == null) {
                    first.answersRing(conversation);
                }
                (second.logIn().pid().equals(row.get("participant_id")) ? second : first).closes(conversation);
            }
        }
    }

    private static AgentDesk desk(Product product, String user) {
        var logIn = LOG_INS.computeIfAbsent(new Who(product.api(), user), who -> AgentDesk.logsIn(product.api(), Scene.ACCOUNT, user));
        return AgentDesk.opens(product.api(), Scene.ACCOUNT, logIn);
    }
}
