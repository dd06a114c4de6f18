package eyeline.container;

import eyeline.server.EyelineServer;
import eyeline.server.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One PostgreSQL and one WildFly for all tests inside the container, started by the product's own launcher before Arquillian
 * looks for them. Inside the container itself this does nothing.
 */
public final class ContainerServer implements BeforeAllCallback {
    private static final Namespace HERE = Namespace.create(ContainerServer.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        if (System.getProperty("eyeline.server.home") != null) {
            context.getRoot().getStore(HERE).computeIfAbsent(Running.class, key -> Running.start(), Running.class);
        }
    }

    /** Apart, so that nothing of the launcher is looked for inside the container. */
    private record Running(EyelineServer server) implements AutoCloseable {

        static Running start() {
            var before = System.nanoTime();
            try {
                var target = Path.of(System.getProperty("eyeline.target"));
                var server = EyelineServer.builder()
                        .data(target.resolve("container").resolve(UUID.randomUUID().toString()))
                        .binaries(target.resolve("postgresql-binaries"))
                        .home(Path.of(System.getProperty("eyeline.server.home")))
                        .ear(emptyEar(target)).ports(Ports.free()).sample(true)
                        // the tests inside know nothing of this JVM but its environment
                        .environment("EYELINE_TEST_RACES", System.getProperty("eyeline.test.races")).start();
                withoutJmx(server);
                SSLContext.setDefault(server.clientTls());
                System.setProperty("eyeline.container.management", String.valueOf(server.managementPort()));
                System.setProperty("eyeline.container.https", String.valueOf(server.httpsPort()));
                insertAccounts(server);
                System.out.printf("WildFly for the tests inside it is up after %d ms%n",
                        Duration.ofNanos(System.nanoTime() - before).toMillis());
                return new Running(server);
            } catch (Exception e) {
                throw new IllegalStateException("WildFly did not start for the tests inside it: " + e.getMessage(), e);
            }
        }

        /** Arquillian comes by JMX as soon as a server has it, and is not let in: the product has it for itself alone. */
        private static void withoutJmx(EyelineServer server) throws IOException, InterruptedException {
            var command = List.of(Path.of(System.getProperty("eyeline.server.home"), "bin", "jboss-cli.sh").toString(), "--connect",
                    "--controller=127.0.0.1:" + server.managementPort(), "--command=/subsystem=jmx:remove");
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("JMX could not be taken away for Arquillian: " + said);
            }
        }

        /** The launcher wants an EAR; the one with the tests comes from Arquillian. */
        private static Path emptyEar(Path target) {
            var file = target.resolve("empty.ear");
            ShrinkWrap.create(EnterpriseArchive.class, "empty.ear")
                    .addAsModule(ShrinkWrap.create(WebArchive.class, "empty.war").addAsWebResource(
                            new org.jboss.shrinkwrap.api.asset.StringAsset("empty"), "index.txt"))
                    .as(ZipExporter.class).exportTo(file.toFile(), true);
            return file;
        }

        /** 20000001: short invitations and a thousand agents; 20000002: voice and video off; 20000003: video off. */
        private static void insertAccounts(EyelineServer server) throws SQLException {
            try (var connection = server.ownerDataSource().getConnection(); var statement = connection.createStatement()) {
                statement.execute("""
                        insert into account (account_id, name, voice, video, invitation_seconds, calls_per_agent) values
                          ('20000001', 'Races', true, true, 5, 1),
                          ('20000002', 'All off', false, false, 120, 1),
                          ('20000003', 'Video off', true, false, 120, 1)""");
                statement.execute("""
                        insert into app_user (user_pid, account_id, user_id, login_name, display_name, password_hash)
                        select gen_random_uuid(), a, n::text, 'agent' || n, 'Agent ' || n, 'none'
                        from generate_series(1, 1000) n, unnest(array['20000001', '20000002', '20000003']) a""");
                statement.execute("""
                        insert into profile (profile_id, account_id, role, name)
                        select gen_random_uuid(), a, 'AGENT', 'Everything' from unnest(array['20000001', '20000002', '20000003']) a""");
                statement.execute("""
                        insert into profile_permission (account_id, profile_id, permission)
                        select account_id, profile_id, p from profile,
                          unnest(array['INITIATE_VOICE_CONVERSATION', 'INITIATE_LIVE_VIDEO_CONVERSATION']) p
                        where account_id like '2%'""");
                statement.execute("""
                        insert into user_profile (account_id, user_pid, profile_id)
                        select u.account_id, u.user_pid, p.profile_id from app_user u join profile p on p.account_id = u.account_id
                        where u.account_id like '2%'""");
                insertOneOfEverything(statement);
            }
        }

        /** For the test of the fence: a row of 20000003 in every table, but that of open calls, which a start would end. */
        private static void insertOneOfEverything(java.sql.Statement statement) throws SQLException {
            var ids = "'00000000-0000-4000-8000-000000000001'";
            var pid = "(select user_pid from app_user where account_id = '20000003' and login_name = 'agent1')";
            for (var row : new String[] {
                "account_origin values ('20000003', 'https://fenced.example')",
                "account_text values ('20000003', 'de', 'ACCEPTED', 'Text')",
                "ice_server values ('20000003', 0, 'stun:fenced.example', 'NONE', null, null)",
                "page_problem values ('20000003', 'https://fenced.example', 'NOT_HTTPS', now(), null)",
                "skill values ('20000003', 'fenced', 'Fenced', 0)",
                "user_skill (user_pid, account_id, skill_id) values (" + pid + ", '20000003', 'fenced')",
                "agent_session values (sha256('bearer'), sha256('csrf'), " + pid + ", '20000003', now(), now() + interval '1 day')",
                "sso_code values (sha256('code'), sha256('browser'), " + pid + ", '20000003', now() + interval '1 day')",
                "admin_change (account_id, at, actor_login, actor_name, action, subject, subject_id, subject_name) values ('20000003', "
                        + "now(), 'a', 'A', 'CREATED', 'SKILL', 'fenced', 'Fenced')",
                "conversation (conversation_id, account_id, consumer_id, skill_id, channel, state, started_at, ttr_type, ttr_seconds, "
                        + "updated_ms) values (" + ids + ", '20000003', 'c', 'fenced', 'WEB_MESSAGING', 'OPEN', now(), 'NORMAL', 60, 1)",
                "conversation_participant values (" + ids + ", " + pid + "::text, 'ASSIGNED_AGENT')",
                "transcript_event values (" + ids + ", 1, " + ids + ", '20000003', 'c', 'CONSUMER', 'ALL', now(), 'CONTENT', '{}', null)",
                "call_event (call_id, seq, account_id, conversation_id, at, type, party, mode, agent_id, consumer_id, expires_at) values ("
                        + ids + ", 1, '20000003', " + ids + ", now(), 'INVITED', 'AGENT', 'VOICE_CALL', " + pid + "::text, 'c', now())"}) {
                statement.execute("insert into " + row);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
