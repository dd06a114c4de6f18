package eyeline.operator;

import eyeline.core.user.PasswordHash;
import eyeline.core.user.PasswordPolicy;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * Command of who installs Eyeline: makes the first operator, without whom nobody can log in. The database comes from the
 * environment, the person from there, from the terminal, or line by line from the standard input.
 */
@Command(name = "first-operator", description = "Makes the first operator, without whom nobody can log in.", mixinStandardHelpOptions = true)
public final class FirstOperator implements Callable<Integer> {
    private static final String SOMEBODY = """
            select 1 from app_user u join user_profile x using (user_pid) join profile p using (profile_id)
            where p.role = 'OPERATOR' and u.enabled""";
    private static final String PROFILE = """
            insert into profile (profile_id, account_id, role, name) values (gen_random_uuid(), '0', 'OPERATOR', 'Operators')
            on conflict do nothing""";
    private static final String USER = """
            with made as (
                insert into app_user (user_pid, account_id, user_id, login_name, display_name, password_hash)
                values (?, '0', nextval('user_number')::text, ?, ?, ?) returning user_pid, user_id, display_name, login_name),
            given as (
                insert into user_profile (account_id, user_pid, profile_id)
                select '0', made.user_pid, (select profile_id from profile where role = 'OPERATOR' order by name = 'Operators' desc limit 1) from made)
            insert into admin_change (account_id, at, actor_login, actor_name, action, subject, subject_id, subject_name, after)
            select '0', now(), 'FirstOperator', 'Who installed Eyeline', 'CREATED', 'USER', user_id, display_name,
                json_build_object('loginName', login_name, 'fullName', display_name)::text from made""";
    private static final int LONGEST_NAME = 100;

    @ParentCommand
    private Eyeline eyeline;

    @Override
    public Integer call() throws StartRefused, IOException, SQLException {
        DataSource owner = OwnDatabase.owner(eyeline.settings());
        OwnDatabase.reach(owner);
        refuseNow(owner);
        Questions questions = Questions.toWhoRunsThis(eyeline.settings());
        String loginName = questions.ask("EYELINE_OPERATOR", "Log-in name of the first operator");
        String fullName = questions.ask("EYELINE_OPERATOR_NAME", "Full name");
        make(owner, loginName, fullName, questions.askSecret("EYELINE_OPERATOR_PASSWORD", "Password"));
        eyeline.answer().fact("loginName", loginName.strip()).fact("account", "0");
        eyeline.answer().say("Log in to the backend console as " + loginName.strip() + ", account 0.");
        return Eyeline.DONE;
    }

    /** Makes the operator, with the role that owns the schema; refused if there is one who can log in. */
    public static void make(DataSource owner, String loginName, String fullName, String password) throws StartRefused, SQLException {
        String login = name(loginName, "The log-in name");
        String full = name(fullName, "The full name");
        Optional<String> no = PasswordPolicy.objection(password, login);
        if (no.isPresent()) {
            throw new StartRefused(no.get());
        }
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, login, full, PasswordHash.of(password).stored());
            connection.commit();
        }
    }

    /** Before anybody is asked anything: a schema that is not there, an operator who is. */
    private static void refuseNow(DataSource owner) throws StartRefused, SQLException {
        try (Connection connection = owner.getConnection(); Statement statement = connection.createStatement()) {
            refuseASecond(statement);
        }
    }

    private static void insert(Connection connection, String login, String full, String hash) throws StartRefused, SQLException {
        try (Statement statement = connection.createStatement()) {
            // two of these commands at once: one makes the operator, the other finds it
            statement.execute("select from account where account_id = '0' for no key update");
            refuseASecond(statement);
            statement.execute(PROFILE);
        }
        try (PreparedStatement user = connection.prepareStatement(USER)) {
            user.setObject(1, UUID.randomUUID());
            user.setString(2, login);
            user.setString(3, full);
            user.setString(4, hash);
            user.execute();
        }
    }

    private static void refuseASecond(Statement statement) throws StartRefused, SQLException {
        try (ResultSet somebody = statement.executeQuery(SOMEBODY)) {
            if (somebody.next()) {
                throw new StartRefused("There is an operator already, who makes others in the backend console.");
            }
        }
    }

    private static String name(String name, String what) throws StartRefused {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new StartRefused(what + " has 1 to " + LONGEST_NAME + " characters, none of them a line break or the like.");
        }
        return stripped;
    }
}
