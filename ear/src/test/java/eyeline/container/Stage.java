package eyeline.container;

import eyeline.core.account.AccountId;
import eyeline.core.account.Fence;
import eyeline.core.call.Calls;
import eyeline.core.conversation.ConversationId;
import eyeline.core.conversation.ConversationRequest;
import eyeline.core.conversation.Conversations;
import eyeline.core.conversation.FieldChange;
import eyeline.core.conversation.Routing;
import eyeline.core.delivery.Delivery;
import eyeline.core.presence.Connection;
import eyeline.core.presence.ConnectionId;
import eyeline.core.presence.Presence;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.core.user.Agent;
import eyeline.core.user.Consumer;
import eyeline.core.user.Person;
import eyeline.core.user.Role;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;

/** The façades as the web has them, with people to act and the application's own way to the database. */
@Dependent
public class Stage {
    @Inject
    Conversations conversations;
    @Inject
    Routing routing;
    @Inject
    Calls calls;
    @Inject
    Presence presence;
    @Inject
    Delivery delivery;
    @Resource(lookup = "java:jboss/datasources/Eyeline")
    DataSource database;

    /** A consumer's window that is open; {@code features} are what it announces. */
    Connection window(String account, String... features) {
        return connected(new Consumer(new AccountId(account), UUID.randomUUID().toString()), features);
    }

    /** An agent's desk that is open. */
    Connection desk(String account, String loginName) throws SQLException {
        var row = query("select user_pid, user_id, display_name from app_user where account_id = ? and login_name = ?", account,
                loginName).get(0);
        return connected(new Agent(new AccountId(account), row.get("user_pid").toString(), (String) row.get("user_id"),
                (String) row.get("display_name"), Set.of(Role.AGENT)));
    }

    private Connection connected(Person person, String... features) {
        var connection = new Connection(ConnectionId.random(), person, Set.of(features));
        presence.connected(connection);
        return connection;
    }

    /** A conversation of this consumer that this agent has taken. */
    ConversationId conversation(Connection window, Connection desk) {
        var id = value(conversations.request((Consumer) window.person(), new ConversationRequest(Optional.empty(), Optional.empty())));
        value(routing.accept((Agent) desk.person(), id));
        return id;
    }

    void close(Connection by, ConversationId id) {
        value(conversations.update(by.person(), id, List.of(new FieldChange.Close(Optional.empty()))));
    }

    /** Threads that work inside the fence of an account, as those behind a door do. */
    static ThreadFactory inside(String account) {
        return work -> new Thread(() -> Fence.runWithin(new AccountId(account), work));
    }

    static <T> T value(Result<T> result) {
        return result.fold(value -> value, refusal -> {
            throw new AssertionError("refused: " + refusal);
        });
    }

    /** The reason of a refusal; null if it was done. */
    static RefusalReason reason(Result<?> result) {
        return result.fold(value -> null, refusal -> refusal.reason());
    }

    List<Map<String, Object>> query(String sql, Object... parameters) throws SQLException {
        return queryWithin("*", sql, parameters);
    }

    /** In a transaction of the application's role that has entered this account. */
    List<Map<String, Object>> queryWithin(String account, String sql, Object... parameters) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var enter = connection.prepareStatement("select set_config('eyeline.account', ?, true)")) {
                enter.setString(1, account);
                enter.execute();
                var rows = query(connection, sql, parameters);
                connection.commit();
                return rows;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static List<Map<String, Object>> query(java.sql.Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            if (!statement.execute()) {
                return List.of();
            }
            var rows = new ArrayList<Map<String, Object>>();
            try (var found = statement.getResultSet()) {
                while (found.next()) {
                    var row = new java.util.HashMap<String, Object>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        row.put(found.getMetaData().getColumnName(i), found.getObject(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }
}
