package eyeline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eyeline.core.account.AccountId;
import eyeline.core.user.Agent;
import eyeline.core.user.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RungDeskTest {
    private static final Set<String> SKILLS = Set.of(Conversation.NO_SKILL, "sales");
    private static final Map<String, Integer> WAITING = Map.of(Conversation.NO_SKILL, 5, "sales", 2, "repairs", 70);
    private final RungDesk desk = new RungDesk(new Agent(new AccountId("1"), UUID.randomUUID().toString(), "501", "Ana", Set.of(Role.AGENT)),
            Availability.ONLINE, Optional.empty());

    @Test
    void countsThoseWhoWaitForTheAgentsSkillsAndWereNotDeclined() {
        assertEquals(7, desk.total(WAITING, SKILLS));
        var declined = waiting("sales");
        desk.decline(declined);
        assertEquals(6, desk.total(WAITING, SKILLS));
        assertEquals(5, desk.total(WAITING, Set.of(Conversation.NO_SKILL)), "no skill for it any more");
        desk.forget(declined.id());
        assertEquals(7, desk.total(WAITING, SKILLS));
    }

    @Test
    void isToldOfItsSkillsAloneAndNothingOfWhatWasDeclined() {
        var declined = waiting("sales");
        desk.decline(declined);
        var sales = WaitingLineTest.change(true, "sales");
        var repairs = WaitingLineTest.change(true, "repairs");
        var gone = new RingChange(new Ring(new AccountId("1"), declined.id(), "c", "sales", Instant.EPOCH), false);
        assertEquals(List.of(sales), desk.mine(List.of(repairs, sales, gone), SKILLS));
    }

    private static Conversation waiting(String skill) {
        return new Conversation(new ConversationId(UUID.randomUUID()), new AccountId("1"), "c", skill, Channel.WEB_MESSAGING,
                ConversationState.OPEN, Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty(),
                new Conversation.TimeToRespond("NORMAL", 3600), Optional.empty(), 1, List.of());
    }
}
