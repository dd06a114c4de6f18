package eyeline.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eyeline.core.account.Account;
import eyeline.core.account.AccountId;
import eyeline.core.account.Accounts;
import eyeline.core.conversation.Channel;
import eyeline.core.conversation.Conversation;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.ConversationParticipant;
import eyeline.core.conversation.ConversationState;
import eyeline.core.conversation.ParticipantRole;
import eyeline.core.presence.Connection;
import eyeline.core.presence.ConnectionId;
import eyeline.core.presence.Presence;
import eyeline.core.result.RefusalReason;
import eyeline.core.user.Consumer;
import eyeline.core.user.Permission;
import eyeline.core.user.Permissions;
import eyeline.store.call.CallEventStore;
import eyeline.store.call.OpenCallRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every combination of what an invitation depends on, for both modes, against the table of the module's README. */
class CallRightsTest {
    private static final AccountId ACCOUNT = new AccountId("1");
    private static final String AGENT = UUID.randomUUID().toString();
    private static final Consumer CONSUMER = new Consumer(ACCOUNT, UUID.randomUUID().toString());

    /** In the table's order. Two profiles may allow the mode; one of them is enough. */
    private enum Fact {
        WEB_MESSAGING, OPEN, ASSIGNED, OPERATOR, ACCOUNT_SWITCH, ONE_PROFILE, OTHER_PROFILE, PRESENT, WINDOW, NO_CALL, ROOM
    }

    private final Set<Fact> facts = EnumSet.noneOf(Fact.class);
    private final CallRights rights = rights();

    @Test
    void answersEveryCombinationAsTheTableSays() throws IOException {
        var table = table();
        assertEquals(10, table.size());
        for (var mode : CallMode.values()) {
            for (int bits = 0; bits < 1 << Fact.values().length; bits++) {
                facts.clear();
                for (var fact : Fact.values()) {
                    if ((bits & 1 << fact.ordinal()) != 0) {
                        facts.add(fact);
                    }
                }
                assertEquals(expected(table, 10), reason(rights.right(conversation(), AGENT, mode).refusal()), mode + " " + facts);
                assertEquals(expected(table, 6), reason(rights.standing(conversation(), AGENT, mode)), "standing " + mode + " " + facts);
            }
        }
    }

    private Optional<RefusalReason> expected(Map<String, RefusalReason> table, int rows) {
        var so = List.of(facts.contains(Fact.WEB_MESSAGING), facts.contains(Fact.OPEN), facts.contains(Fact.ASSIGNED),
                facts.contains(Fact.OPERATOR), facts.contains(Fact.ACCOUNT_SWITCH),
                facts.contains(Fact.ONE_PROFILE) || facts.contains(Fact.OTHER_PROFILE), facts.contains(Fact.PRESENT),
                facts.contains(Fact.WINDOW), facts.contains(Fact.NO_CALL), facts.contains(Fact.ROOM));
        var reasons = List.copyOf(table.values());
        for (int row = 0; row < rows; row++) {
            if (!so.get(row)) {
                return Optional.of(reasons.get(row));
            }
        }
        return Optional.empty();
    }

    private static Optional<RefusalReason> reason(Optional<eyeline.core.result.Refusal> refusal) {
        return refusal.map(eyeline.core.result.Refusal::reason);
    }

    private static Map<String, RefusalReason> table() throws IOException {
        var table = new LinkedHashMap<String, RefusalReason>();
        Files.readAllLines(Path.of("README.md")).stream().dropWhile(line -> !line.startsWith("| must be so")).skip(2)
                .takeWhile(line -> line.startsWith("|")).map(line -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList())
                .forEach(cells -> table.put(cells.get(0), RefusalReason.valueOf(cells.get(1))));
        return table;
    }

    private Conversation conversation() {
        var assigned = new ConversationParticipant(facts.contains(Fact.ASSIGNED) ? AGENT : UUID.randomUUID().toString(), "1.1", "Ana",
                ParticipantRole.ASSIGNED_AGENT);
        return new Conversation(new ConversationId(UUID.randomUUID()), ACCOUNT, CONSUMER.id(), Conversation.NO_SKILL,
                facts.contains(Fact.WEB_MESSAGING) ? Channel.WEB_MESSAGING : Channel.SMS,
                facts.contains(Fact.OPEN) ? ConversationState.OPEN : ConversationState.CLOSE, Instant.EPOCH, Optional.empty(),
                Optional.empty(), Optional.empty(), new Conversation.TimeToRespond("NORMAL", 60), Optional.empty(), 1, List.of(assigned));
    }

    private CallRights rights() {
        var asked = new CallRights();
        asked.accounts = new Accounts() {
            @Override
            public Optional<Account> find(AccountId id) {
                return Optional.of(account());
            }
        };
        asked.permissions = new Permissions() {
            @Override
            public boolean has(String userPid, Permission permission) {
                return facts.contains(Fact.ONE_PROFILE) || facts.contains(Fact.OTHER_PROFILE);
            }
        };
        asked.presence = new Presence() {
            @Override
            public Set<Connection> of(AccountId account, String personId) {
                return facts.contains(Fact.PRESENT) ? Set.of(new Connection(ConnectionId.random(), CONSUMER,
                        facts.contains(Fact.WINDOW) ? Set.of(Connection.CALLS) : Set.of())) : Set.of();
            }
        };
        asked.calls = new CallEventStore() {
            @Override
            public Optional<OpenCallRow> openCallOf(UUID conversationId) {
                return facts.contains(Fact.NO_CALL) ? Optional.empty() : Optional.of(new OpenCallRow());
            }

            @Override
            public List<OpenCallRow> openCallsOfAgent(String agentId) {
                return facts.contains(Fact.ROOM) ? List.of() : List.of(new OpenCallRow());
            }
        };
        return asked;
    }

    private Account account() {
        var operator = facts.contains(Fact.OPERATOR);
        var on = facts.contains(Fact.ACCOUNT_SWITCH);
        return new Account(ACCOUNT, "Brand", true, on, on, operator, operator, false, false, false, List.of(), Duration.ofMinutes(3), 2600, 64,
                Duration.ofMinutes(2), 1, false, "en", Set.of());
    }
}
