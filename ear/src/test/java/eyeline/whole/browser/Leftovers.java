package eyeline.whole.browser;

import eyeline.whole.Product;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Scene;

/** Closes every open conversation of the sample's account, and with it its call, so that the next test begins with nobody waiting. */
final class Leftovers {
    private static final String OPEN = """
            select c.conversation_id, p.participant_id from conversation c
            left join conversation_participant p on p.conversation_id = c.conversation_id and p.role = 'ASSIGNED_AGENT'
            where c.account_id = ? and c.state = 'OPEN'""";

    private Leftovers() {
    }

    static void end(Product product) {
        var open = product.owner().query(OPEN, Scene.ACCOUNT);
        if (open.isEmpty()) {
            return;
        }
        try (var first = AgentDesk.opens(product.api(), Scene.ACCOUNT, "agent1");
                var second = AgentDesk.opens(product.api(), Scene.ACCOUNT, "agent2")) {
            for (var row : open) {
                var conversation = row.get("conversation_id").toString();
                if (row.get("participant_id") == null) {
                    first.answersRing(conversation);
                }
                (second.logIn().pid().equals(row.get("participant_id")) ? second : first).closes(conversation);
            }
        }
    }
}
