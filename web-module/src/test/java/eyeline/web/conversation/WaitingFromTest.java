package eyeline.web.conversation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.account.AccountId;
import eyeline.core.conversation.ConversationId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WaitingFromTest {
    private static final AccountId ONE = new AccountId("1");
    private static final String ADDRESS = "192.0.2.1";
    private final Set<ConversationId> taken = new HashSet<>();
    private final WaitingFrom from = new WaitingFrom((account, ids) -> {
        var still = new HashSet<>(ids);
        still.removeAll(taken);
        return still;
    });

    @Test
    void anAddressIsFullInItsAccountAloneUntilSomebodyIsTaken() {
        var all = came(WaitingFrom.MOST - 1);
        assertFalse(from.full(ONE, ADDRESS));
        all.addAll(came(1));
        assertTrue(from.full(ONE, ADDRESS));
        assertFalse(from.full(ONE, "192.0.2.2"), "another address");
        assertFalse(from.full(new AccountId("2"), ADDRESS), "another account");
        taken.add(all.get(0));
        assertFalse(from.full(ONE, ADDRESS), "one was taken");
        came(1);
        assertTrue(from.full(ONE, ADDRESS));
    }

    private List<ConversationId> came(int many) {
        var all = new ArrayList<ConversationId>();
        for (int i = 0; i < many; i++) {
            all.add(new ConversationId(UUID.randomUUID()));
            from.add(ONE, ADDRESS, all.get(i));
        }
        return all;
    }
}
