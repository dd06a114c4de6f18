package eyeline.operator.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.operator.Keys;
import eyeline.operator.Migration;
import eyeline.operator.OwnDatabase;
import eyeline.operator.Ran;
import eyeline.operator.Release;
import eyeline.operator.TestCluster;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup, and where it may be put back and where not. */
class BackupTest {
    @TempDir
    static Path shared;
    @TempDir
    Path temp;
    private static TestCluster.Made source;
    private static Map<String, String> environment;
    private static Path saved;

    @BeforeAll
    static void somethingToLose() throws Exception {
        source = TestCluster.migrated();
        TestCluster.role("reporting");
        for (String sql : List.of("insert into account (account_id, name) values ('brand', E'Tab\\there, back\\\\slash, \\n line, ünïcödé')",
                "insert into ice_server (account_id, position, url, credential, secret) values ('brand', 0, 'turn:turn.example.org', 'SHARED_SECRET', 'relay')",
                "insert into app_user (user_pid, account_id, user_id, login_name, display_name, password_hash) values (gen_random_uuid(), 'brand', nextval('user_number')::text, 'ana', 'Ana', 'x')",
                "insert into skill (account_id, skill_id, name) values ('brand', 's', 'Skill')",
                "insert into user_skill (user_pid, account_id, skill_id) select user_pid, 'brand', 's' from app_user",
                "insert into conversation select gen_random_uuid(), 'brand', 'consumer' || n, 's', 'MESSAGING', 'CLOSE', now(), now(), 'AGENT', null, 'NORMAL', 1, null, null, n from generate_series(1, 500) n",
                "insert into transcript_event select gen_random_uuid(), 1, conversation_id, 'brand', 'c', 'CONSUMER', 'ALL', now(), 'CONTENT', E'{\"t\":\"\\\\\\\\n\"}', null from conversation",
                "insert into call_event (call_id, seq, account_id, conversation_id, at, type, party, agent_id, consumer_id, end_reason, cause, agent_quality) "
                        + "select gen_random_uuid(), 1, 'brand', conversation_id, now(), 'ENDED', 'AGENT', 'a', 'c', 'AGENT', 'HUNG_UP', '{}' from conversation",
                "insert into admin_change (account_id, at, actor_login, actor_name, action, subject, subject_id, subject_name) values ('brand', now(), 'a', 'A', 'CREATED', 'USER', '1', 'Ana')",
                "insert into agent_session select sha256('a'), sha256('b'), user_pid, 'brand', now(), now() from app_user",
                "grant select on call_event to reporting")) {
            source.asOwner(sql);
        }
        environment = new HashMap<>(source.environment());
        environment.put("EYELINE_SIGNING_KEYSTORE", Keys.signing(shared.resolve("signing.p12"), "signing", 2048).toString());
        environment.put("EYELINE_SIGNING_PASSWORD", Keys.PASSWORD);
        saved = shared.resolve("saved");
        var ran = Ran.of(environment, "backup", saved.toString());
        assertEquals(0, ran.code(), ran.all());
        assertTrue(ran.out().contains("Saved call_event: 500 rows"), ran.out());
    }

    @Test
    void intoAnEmptyClusterEverythingComesBackAndTokensOfBeforeAreGood() throws Exception {
        byte[] token = "header.payload".getBytes(StandardCharsets.US_ASCII);
        byte[] signature = sign(shared.resolve("signing.p12"), token);
        try (EmbeddedPostgres cluster = TestCluster.another()) {
            Map<String, String> there = new HashMap<>(environment);
            there.put("EYELINE_DB_URL", "jdbc:postgresql://localhost:" + cluster.getPort() + "/eyeline");
            there.put("EYELINE_DB_SUPERUSER", "postgres");
            there.put("EYELINE_DB_SUPERUSER_PASSWORD", TestCluster.SECRET);
            there.put("EYELINE_SIGNING_KEYSTORE", temp.resolve("new.p12").toString());
            var ran = Ran.of(there, "restore", saved.toString());
            assertEquals(0, ran.code(), ran.all());
            assertTrue(ran.out().contains("There is no role reporting here: its right SELECT on call_event was left out."), ran.out());
            assertTrue(ran.out().contains("Made the role " + source.application()), ran.out());
            secretsAreKept(ran);

            var restored = new TestCluster.Made("eyeline", there);
            assertEquals(contents(source), contents(restored));
            assertEquals(source.rows("select last_value from pg_sequences order by sequencename"), restored.rows("select last_value from pg_sequences order by sequencename"));
            // the roles are as an installation makes them: the application's gets in, and cannot change the record
            var check = Ran.of(there, "check", "--json").json().getJsonArray("rows").toString();
            assertTrue(check.contains("It can add to the record, and not change it."), check);
        }
        assertTrue(verify(temp.resolve("new.p12"), token, signature));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("new.p12"))));
    }

    @Test
    void grantsOfOtherRolesComeBack() throws Exception {
        var target = TestCluster.empty();
        var ran = restore(target, "--json");
        assertEquals(0, ran.code(), ran.all());
        assertEquals(Release.version(), ran.json().getString("release"));
        assertEquals(List.of("SELECT"), target.rows("select privilege_type from information_schema.role_table_grants where grantee = 'reporting' and table_name = 'call_event'"));
    }

    @Test
    void aDatabaseThatIsNotEmptyIsLeftAloneUnlessTold() throws Exception {
        var target = TestCluster.migrated();
        target.asOwner("insert into account (account_id, name) values ('other', 'Another brand')");
        refused(restore(target), "The database is not empty");
        assertEquals(List.of("0", "other"), target.rows("select account_id from account order by 1"));

        var told = restore(target, "--replace");
        assertEquals(0, told.code(), told.all());
        assertEquals(contents(source), contents(target));
    }

    @Test
    void aServerThatStillRunsKeepsIt() throws Exception {
        var target = TestCluster.migrated();
        try (var server = OwnDatabase.application(target.settings()).getConnection()) {
            assertTrue(server.isValid(10));
            refused(restore(target, "--replace"), "stop the server first");
        }
    }

    @Test
    void anotherSigningKeyIsLeftAloneUnlessTold() throws Exception {
        Path other = Keys.signing(temp.resolve("other.p12"), "signing", 2048);
        byte[] before = Files.readAllBytes(other);
        var target = TestCluster.empty();
        Map<String, String> there = with(target, "EYELINE_SIGNING_KEYSTORE", other.toString());
        refused(Ran.of(there, "restore", saved.toString()), "is another signing key");
        assertEquals(List.of(), target.rows("select relname::text from pg_class where relnamespace = 'public'::regnamespace"));
        assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(other)));
        assertEquals(0, Ran.of(there, "restore", saved.toString(), "--replace").code());
        assertEquals(-1, Files.mismatch(other, saved.resolve("signing.p12")));
    }

    @Test
    void aBackupOfANewerReleaseIsRefused() throws Exception {
        refusedManifest("\"release\":\"" + Release.version() + "\"", "\"release\":\"99.0.0\"", "newer than this one");
        refusedManifest("\"schema\":\"" + Migration.newest() + "\"", "\"schema\":\"999\"", "newer than this one");
        assertTrue(Manifest.newer("0.10.0", "0.9.9") && !Manifest.newer("0.9.0", "0.9.0") && !Manifest.newer("0.8.12", "0.9.0"));
    }

    @Test
    void whatIsDamagedIsRefusedBeforeAnythingIsChanged() throws Exception {
        refusedManifest("\"format\":1", "\"format\":\"1\"", "is no manifest");
        refusedManifest("\"name\":\"account\"", "\"name\":\"../account\"", "is no manifest");
        refusedManifest("\"columns\":[\"account_id\"", "\"columns\":[\"account_id) from stdin; drop table x; --\"", "is no manifest");
        refusedManifest("\"right\":\"SELECT\"", "\"right\":\"ALL\"", "is no manifest");
        Path copy = copy();
        Files.write(copy.resolve("tables/account.copy.gz"), new byte[] {1});
        refused(restore(TestCluster.empty(), copy), "is damaged");
        Files.delete(copy.resolve("tables/account.copy.gz"));
        refused(restore(TestCluster.empty(), copy), "is not whole");
        Files.delete(copy.resolve("manifest.json"));
        refused(restore(TestCluster.empty(), copy), "was not finished");
    }

    @Test
    void whatCannotBeSavedIsSaid() throws Exception {
        refused(Ran.of(environment, "backup", saved.toString()), "is not empty");
        refused(Ran.of(TestCluster.empty().environment(), "backup", temp.resolve("a").toString(), "--without-signing-key"), "nothing to back up");
        refused(Ran.of(with(source, "EYELINE_SIGNING_PASSWORD", "wrong"), "backup", temp.resolve("b").toString()), "does not open with EYELINE_SIGNING_PASSWORD");
        assertFalse(Files.exists(temp.resolve("b")));
        assertTrue(Ran.of(with(source, "EYELINE_DB_OWNER", source.application()), "backup", temp.resolve("c").toString(), "--without-signing-key").code() != 0);
        assertFalse(Files.exists(temp.resolve("c/manifest.json")));
    }

    @Test
    void halfOfTheRowsAreNoBackup() throws Exception {
        var fenced = TestCluster.migrated();
        fenced.asOwner("insert into account (account_id, name) values ('brand', 'A brand')");
        fenced.asOwner("alter table account force row level security");
        var ran = Ran.of(fenced.environment(), "backup", temp.resolve("half").toString(), "--without-signing-key");
        assertTrue(ran.code() != 0, ran.all());
        assertFalse(Files.exists(temp.resolve("half/manifest.json")), ran.all());
    }

    @Test
    void nobodyElseMayReadIt() throws Exception {
        try (Stream<Path> all = Files.walk(saved)) {
            for (Path path : all.toList()) {
                assertEquals(Files.isDirectory(path) ? "rwx------" : "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)), path.toString());
            }
        }
        assertFalse(Files.readString(saved.resolve("manifest.json")).contains(TestCluster.SECRET));
    }

    private void refusedManifest(String is, String becomes, String words) throws Exception {
        Path copy = copy();
        String manifest = Files.readString(copy.resolve("manifest.json"));
        assertTrue(manifest.contains(is), manifest);
        Files.writeString(copy.resolve("manifest.json"), manifest.replace(is, becomes));
        refused(restore(TestCluster.empty(), copy), words);
    }

    private Path copy() throws IOException {
        Path copy = Files.createTempDirectory(temp, "copy");
        try (Stream<Path> all = Files.walk(saved)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(saved.relativize(path));
                Files.createDirectories(to.getParent());
                Files.copy(path, to);
            }
        }
        return copy;
    }

    private static Ran restore(TestCluster.Made target, String... more) {
        return Ran.of(with(target, "EYELINE_SIGNING_KEYSTORE", environment.get("EYELINE_SIGNING_KEYSTORE")),
                Stream.concat(Stream.of("restore", saved.toString()), Stream.of(more)).toArray(String[]::new));
    }

    private static Ran restore(TestCluster.Made target, Path folder) {
        return Ran.of(with(target, "EYELINE_SIGNING_KEYSTORE", environment.get("EYELINE_SIGNING_KEYSTORE")), "restore", folder.toString());
    }

    private static Map<String, String> with(TestCluster.Made target, String variable, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.putAll(target.environment());
        changed.put(variable, value);
        return changed;
    }

    private static void refused(Ran ran, String words) {
        assertEquals(2, ran.code(), ran.all());
        assertTrue(ran.err().contains(words), ran.err());
        secretsAreKept(ran);
    }

    private static void secretsAreKept(Ran ran) {
        assertFalse(ran.all().contains(TestCluster.SECRET) || ran.all().contains(Keys.PASSWORD), ran.all());
    }

    /** Every row of every table. */
    private static Map<String, String> contents(TestCluster.Made database) throws Exception {
        Map<String, String> contents = new TreeMap<>();
        for (String table : database.rows("select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'flyway_schema_history'")) {
            contents.put(table, database.rows("select count(*) || md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from " + table + " t").get(0));
        }
        return contents;
    }

    private static byte[] sign(Path store, byte[] what) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign((PrivateKey) open(store).getKey("signing", Keys.PASSWORD.toCharArray()));
        signature.update(what);
        return signature.sign();
    }

    private static boolean verify(Path store, byte[] what, byte[] signed) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(open(store).getCertificate("signing").getPublicKey());
        signature.update(what);
        return signature.verify(signed);
    }

    private static KeyStore open(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, Keys.PASSWORD.toCharArray());
        }
        return keys;
    }
}
