package eyeline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.account.AccountId;
import eyeline.core.account.WritingLimits;
import eyeline.core.result.Refusal;
import eyeline.core.result.RefusalReason;
import eyeline.core.user.Agent;
import eyeline.core.user.Consumer;
import eyeline.core.user.Person;
import eyeline.core.user.Role;
import eyeline.store.conversation.TranscriptStore.Written;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WritingRoomTest {
    private static final WritingLimits LIMITS = new WritingLimits(60, 100, 1);
    private static final Written NOTHING = new Written(0, 0, 0, 0);
    private static final AccountId ACCOUNT = new AccountId("1");
    private static final Person CONSUMER = new Consumer(ACCOUNT, "c");
    private static final Person AGENT = new Agent(ACCOUNT, "a", "1", "Ana", Set.of(Role.AGENT));

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final WritingRoom room = new WritingRoom(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });
    private final ConversationId conversation = new ConversationId(UUID.randomUUID());
    private Written before = NOTHING;

    private Optional<Refusal> says(Person person, Publication.Kind kind, String event, WritingLimits limits) {
        return room.take(conversation, person, new Publication(conversation.value(), kind, event, Audience.ALL, Optional.empty()), limits,
                () -> before);
    }

    private Optional<RefusalReason> says(Person person, String event) {
        return says(person, Publication.Kind.CONTENT, event, LIMITS).map(Refusal::reason);
    }

    private int saysUntilRefused(Person person, WritingLimits limits) {
        int said = 0;
        while (said < 10_000 && says(person, Publication.Kind.CONTENT, "{}", limits).isEmpty()) {
            said++;
        }
        return said;
    }

    @Test
    void asksWhoWritesMoreThanTheMinuteHasToWait() {
        assertEquals(60, saysUntilRefused(CONSUMER, LIMITS));
        var refusal = says(CONSUMER, Publication.Kind.CONTENT, "{}", LIMITS).orElseThrow();
        assertEquals(RefusalReason.WRITING_TOO_FAST, refusal.reason());
        assertEquals("That was much at once. Wait 1 second, then send it again.", refusal.message());
        now = now.plus(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), says(CONSUMER, "{}"));
        assertEquals(Optional.of(RefusalReason.WRITING_TOO_FAST), says(CONSUMER, "{}"));
    }

    @Test
    void letsEverybodyElseWriteMeanwhile() {
        saysUntilRefused(CONSUMER, LIMITS);
        assertEquals(Optional.empty(), says(AGENT, "{}"));
        assertEquals(Optional.empty(), says(CONSUMER, Publication.Kind.ACCEPT_STATUS, "{}", LIMITS));
    }

    @Test
    void countsTheBytesOfAMinuteToo() {
        var large = new WritingLimits(600, 10_000, 100);
        var half = "é".repeat(WritingLimits.BYTES_PER_MINUTE / 4);
        assertEquals(Optional.empty(), says(CONSUMER, Publication.Kind.CONTENT, half, large));
        assertEquals(Optional.empty(), says(CONSUMER, Publication.Kind.CONTENT, half, large));
        var refusal = says(CONSUMER, Publication.Kind.CONTENT, half, large).orElseThrow();
        assertEquals("That was much at once. Wait 30 seconds, then send it again.", refusal.message());
    }

    @Test
    void isFullWithItsMessagesForEverybody() {
        before = new Written(99, 0, 0, 0);
        assertEquals(Optional.empty(), says(AGENT, "{}"));
        assertEquals(Optional.of(RefusalReason.CONVERSATION_FULL), says(AGENT, "{}"));
        var refusal = says(CONSUMER, Publication.Kind.CONTENT, "{}", LIMITS).orElseThrow();
        assertEquals("This conversation is full: no more than 100 messages fit into one. End it and start a new one.", refusal.message());
    }

    @Test
    void isFullWithItsBytes() {
        before = new Written(1, 999_990, 0, 0);
        assertEquals(Optional.of(RefusalReason.CONVERSATION_FULL), says(AGENT, "12345678901"));
        assertEquals(Optional.empty(), says(AGENT, "1234567890"));
        assertTrue(says(AGENT, Publication.Kind.CONTENT, "1", LIMITS).orElseThrow().message().contains("1 MB"));
    }

    @Test
    void hasRoomForReceiptsWhenItIsFullOfMessages() {
        before = new Written(100, 1_000_000, 0, 0);
        assertEquals(Optional.of(RefusalReason.CONVERSATION_FULL), says(AGENT, "{}"));
        assertEquals(Optional.empty(), says(AGENT, Publication.Kind.ACCEPT_STATUS, "{}", LIMITS));
        before = new Written(0, 0, 400, 0);
        room.forget(conversation);
        assertEquals(Optional.of(RefusalReason.CONVERSATION_FULL), says(AGENT, Publication.Kind.ACCEPT_STATUS, "{}", LIMITS).map(Refusal::reason));
    }

    @Test
    void looksAgainWhenSomethingCouldNotBeWritten() {
        before = new Written(99, 0, 0, 0);
        says(AGENT, "{}");
        room.forget(conversation);
        assertEquals(Optional.empty(), says(AGENT, "{}"));
    }

    @Test
    void followsALimitThatIsChanged() {
        saysUntilRefused(CONSUMER, LIMITS);
        assertEquals(40, saysUntilRefused(CONSUMER, new WritingLimits(100, 100, 1)));
    }
}
