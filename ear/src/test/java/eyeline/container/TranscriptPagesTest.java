package eyeline.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.core.conversation.Audience;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.ConversationReader;
import eyeline.core.conversation.TranscriptEvent;
import eyeline.core.conversation.TranscriptPage;
import eyeline.core.conversation.TranscriptQuery;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A transcript is read in bounded parts, by its key from either end. */
@InTheContainer
class TranscriptPagesTest {
    private static final String ACCOUNT = "10000001";
    private static final Set<Audience> CONSUMER = Set.of(Audience.ALL);
    private static final Set<Audience> AGENT = Set.of(Audience.values());

    @Inject
    Stage stage;
    @Inject
    ConversationReader reader;

    private ConversationId id;

    @Deployment
    static EnterpriseArchive archive() {
        return TestArchive.withTests();
    }

    @BeforeEach
    void begin() throws SQLException {
        id = stage.conversation(stage.window(ACCOUNT), stage.desk(ACCOUNT, "agent1"));
    }

    private void said(int first, int last, int letters, Audience audience) throws SQLException {
        stage.query("""
                insert into transcript_event (dialog_id, sequence, conversation_id, account_id, originator_id, originator_role, audience, at, kind, event)
                select ?, n, ?, ?, 'c', 'CONSUMER', ?, now(), 'CONTENT', repeat('x', ?) from generate_series(?, ?) n""",
                id.value(), id.value(), ACCOUNT, audience.name(), letters, first, last);
    }

    private static List<Integer> sequences(List<TranscriptEvent> events) {
        return events.stream().map(TranscriptEvent::sequence).toList();
    }

    private static List<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private List<Integer> query(OptionalInt olderThan, OptionalInt newerThan, int most) {
        return sequences(reader.query(id, new TranscriptQuery(olderThan, newerThan, most), CONSUMER));
    }

    @Test
    void aPageHasSoManyEventsAndSaysWhereTheNextBegins() throws SQLException {
        said(1, 120, 10, Audience.ALL);
        var first = reader.page(id, 1, AGENT);
        assertEquals(range(1, 50), sequences(first.events()));
        assertEquals(51, first.next());
        assertFalse(first.complete());
        var last = reader.page(id, 101, AGENT);
        assertEquals(range(101, 120), sequences(last.events()));
        assertTrue(last.complete());
        assertEquals(new TranscriptPage(List.of(), 121, true), reader.page(id, 1_000, AGENT));
    }

    @Test
    void aPageHasSoManyBytesButNeverNothing() throws SQLException {
        said(1, 4, 15_000, Audience.ALL);
        said(5, 5, 60_000, Audience.ALL);
        assertEquals(range(1, 2), sequences(reader.page(id, 1, AGENT).events()));
        assertEquals(range(5, 5), sequences(reader.page(id, 5, AGENT).events()));
        assertEquals(range(5, 5), sequences(reader.newest(id, 0)));
        assertEquals(range(3, 4), query(OptionalInt.of(5), OptionalInt.empty(), 50));
    }

    @Test
    void whatAConsumerMayNotSeeIsNoEndOfTheTranscript() throws SQLException {
        said(1, 3, 10, Audience.ALL);
        said(4, 80, 10, Audience.AGENTS_AND_MANAGERS);
        var page = reader.page(id, 1, CONSUMER);
        assertEquals(range(1, 3), sequences(page.events()));
        assertEquals(new TranscriptPage(List.of(), 81, true), reader.page(id, page.next(), CONSUMER));
        assertEquals(range(1, 3), query(OptionalInt.empty(), OptionalInt.empty(), 50));
        assertEquals(range(31, 80), sequences(reader.newest(id, 0)));
    }

    @Test
    void isAskedForFromEitherEnd() throws SQLException {
        said(1, 100, 10, Audience.ALL);
        assertEquals(range(91, 100), query(OptionalInt.empty(), OptionalInt.empty(), 10));
        assertEquals(range(41, 50), query(OptionalInt.of(51), OptionalInt.empty(), 10));
        assertEquals(range(1, 10), query(OptionalInt.empty(), OptionalInt.of(0), 10));
        assertEquals(range(49, 50), query(OptionalInt.of(51), OptionalInt.of(48), 10));
        assertEquals(List.of(), query(OptionalInt.of(0), OptionalInt.of(Integer.MAX_VALUE), 10));
        assertEquals(List.of(), query(OptionalInt.empty(), OptionalInt.of(Integer.MAX_VALUE), 10));
    }

    @Test
    void aListHasTheBeginningOfALongTextAlone() throws SQLException {
        assertEquals(Map.of(), reader.lastContents(List.of(id)));
        for (var text : List.of("short", "\uD83D\uDE00".repeat(4_000))) {
            stage.query("""
                    insert into transcript_event (dialog_id, sequence, conversation_id, account_id, originator_id, originator_role, audience, at, kind, event,
                        metadata)
                    select ?, coalesce(max(sequence), 0) + 1, ?, ?, 'c', 'CONSUMER', 'ALL', now(), 'CONTENT', ?, ? from transcript_event where dialog_id = ?""",
                    id.value(), id.value(), ACCOUNT, "{\"type\":\"ContentEvent\",\"contentType\":\"text/plain\",\"message\":\"" + text + "\"}",
                    "[{\"type\":\"MessageKey\",\"key\":\"" + text + "\"}]", id.value());
            var last = reader.lastContents(List.of(id)).get(id);
            assertTrue(last.event().contains("ContentEvent") && last.event().contains(text.substring(0, 5)), last.event());
            assertEquals(text.equals("short"), last.metadata().isPresent());
            assertTrue(last.event().length() < 1_000, "as long as what was said");
        }
    }

    @Test
    void countsWhatPeopleWroteAndNotWhatTheSystemSaid() throws SQLException {
        said(1, 3, 100, Audience.ALL);
        stage.query("""
                insert into transcript_event (dialog_id, sequence, conversation_id, account_id, originator_id, originator_role, audience, at, kind, event)
                values (?, 4, ?, ?, 'system', 'CONTROLLER', 'ALL', now(), 'CONTENT', 'a call'), (?, 5, ?, ?, 'c', 'CONSUMER', 'ALL', now(), 'ACCEPT_STATUS', 'read')""",
                id.value(), id.value(), ACCOUNT, id.value(), id.value(), ACCOUNT);
        var written = reader.written(id);
        assertEquals(List.of(3L, 300L, 1L, 4L), List.of(written.messages(), written.messageBytes(), written.receipts(), written.receiptBytes()));
    }
}
