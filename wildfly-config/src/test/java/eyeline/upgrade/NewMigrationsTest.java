package eyeline.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The release before runs on this release's schema: a migration that is newer than it takes nothing away that it reads, and forbids
 * nothing that it writes. On tables that are newer themselves everything may be done.
 */
class NewMigrationsTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final Pattern MADE = Pattern.compile("create (?:unlogged )?table (?:if not exists )?([\\w.]+).*");
    private static final Pattern ALTER = Pattern.compile("alter table (?:if exists )?(?:only )?([\\w.]+) (.*)");
    /** Of a table that the release before knows: what it would stumble over. */
    private static final Pattern TAKES_AWAY = Pattern.compile("(?:.*, ?)?(?:drop (?!default|not null|constraint)|rename |alter (?:column )?\\S+ (?:set data )?type |alter (?:column )?\\S+ set not null"
            + "|alter (?:column )?\\S+ drop default|add (?:constraint|check|unique|primary|foreign|exclude)|(?:enable|force) row level).*");
    private static final Pattern WITHOUT_DEFAULT = Pattern.compile("add (?:column )?(?:if not exists )?(?!constraint)\\w+ (?:(?!, ?add ).)*?not null(?:(?!, ?add ).)*");
    private static final Pattern ON_A_TABLE = Pattern.compile("(?:create unique index .* on (?:only )?|create (?:or replace )?(?:constraint )?trigger .* on "
            + "|create policy .* on |revoke .* on (?:table )?|truncate (?:table )?)([\\w.]+).*");
    private static final Pattern ALLOWED = Pattern.compile("--\\s*The release before can live with this: [^\n]{20,}\n");
    private static final Pattern GONE = Pattern.compile("(?:drop (?:table|view|materialized view|function|procedure|type|domain|sequence|schema|trigger|policy)"
            + "|alter (?:type|domain|view|function|sequence|schema)) .*");

    @Test
    void theReleaseBeforeCanLiveWithEveryNewerMigration() throws IOException {
        var before = before();
        List<String> refused = new ArrayList<>();
        Set<String> newTables = new TreeSet<>();
        migrations().tailMap(Integer.parseInt(before.getProperty("schema")), false).forEach((version, file) -> refused.addAll(refused(file, newTables)));
        assertEquals(List.of(), refused);
    }

    /** Who knows better says why, above the statement. */
    @Test
    void aReasonLetsAStatementThrough() {
        assertEquals(List.of("drop table b"), refused("-- The release before can live with this: it has not read it since 0.8.\ndrop table a; drop table b;"));
        assertEquals(1, refused("-- The release before can live with this: yes\ndrop table a;").size());
    }

    @Test
    void theReleaseBeforeIsNamed() throws IOException {
        var before = before();
        assertTrue(before.getProperty("commit").matches("[0-9a-f]{40}"));
        assertTrue(migrations().containsKey(Integer.parseInt(before.getProperty("schema"))));
    }

    @Test
    void whatItWouldStumbleOverIsRefused() {
        for (String bad : List.of("alter table account drop column name", "drop table call_event", "alter table account rename to brand", "alter table account rename column name to title",
                "alter table account alter column name type integer", "alter table account alter name set data type integer", "alter table account alter column name set not null",
                "alter table account alter column name drop default", "alter table account add column x integer not null", "alter table account add x integer not null check (x > 1)",
                "alter table account add column y integer, add column x integer not null", "alter table account add column x integer not null, add column y integer default 1",
                "alter table account add constraint c check (name <> '')", "alter table account add unique (name)", "create unique index i on account (name)",
                "alter table account add column y text, drop column name", "revoke update on account from ${app_role}", "truncate account", "drop function f()", "alter type mood add value 'x'",
                "create trigger t before insert on account execute function f()", "create policy p on account using (true)", "-- a word\nALTER TABLE\n  account\n  DROP name")) {
            assertEquals(1, refused(bad).size(), bad);
        }
    }

    @Test
    void whatItDoesNotNoticeIsLetThrough() {
        for (String good : List.of("alter table account add column x integer", "alter table account add column x integer not null default 1 check (x > 0)",
                "alter table account add column x integer not null default 1, add column y text", "alter table account alter column name drop not null", "alter table account alter column name set default ''",
                "create index i on account (name)", "grant select on account to ${app_role}", "create table t (id integer not null unique)", "insert into account values ('x; drop table account')",
                "alter table account drop constraint account_name_check",
                "create table t (id integer); alter table t add constraint c check (id > 0); create unique index i on t (id); alter table t drop column id")) {
            assertEquals(List.of(), refused(good), good);
        }
    }

    private static List<String> refused(Path file, Set<String> newTables) {
        try {
            return refused(Files.readString(file), newTables).stream().map(statement -> file.getFileName() + ": " + statement).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> refused(String sql) {
        return refused(sql, new TreeSet<>());
    }

    private static List<String> refused(String sql, Set<String> newTables) {
        List<String> refused = new ArrayList<>();
        for (String statement : statements(sql)) {
            var made = MADE.matcher(statement);
            if (made.matches()) {
                newTables.add(made.group(1));
            }
            if (hurts(statement, newTables)) {
                refused.add(statement);
            }
        }
        return refused;
    }

    private static boolean hurts(String statement, Set<String> newTables) {
        var alter = ALTER.matcher(statement);
        if (alter.matches()) {
            return !newTables.contains(alter.group(1)) && (TAKES_AWAY.matcher(alter.group(2)).matches() || addsWithoutDefault(alter.group(2)));
        }
        var table = ON_A_TABLE.matcher(statement);
        return table.matches() && !newTables.contains(table.group(1)) || GONE.matcher(statement).matches();
    }

    private static boolean addsWithoutDefault(String actions) {
        return WITHOUT_DEFAULT.matcher(actions).results().anyMatch(column -> !column.group().contains(" default "));
    }

    /** Each on one line in lower case, without comments and without what stands in quotes. */
    private static List<String> statements(String sql) {
        var bare = ALLOWED.matcher(sql).replaceAll("allowed: ").replaceAll("(?s)/\\*.*?\\*/", " ").replaceAll("--[^\n]*", " ").replaceAll("(?s)\\$(\\w*)\\$.*?\\$\\1\\$", "''").replaceAll("'(?:[^']|'')*'", "''");
        List<String> statements = new ArrayList<>();
        for (String statement : bare.split(";")) {
            if (!statement.isBlank()) {
                statements.add(statement.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
            }
        }
        return statements;
    }

    private static TreeMap<Integer, Path> migrations() throws IOException {
        TreeMap<Integer, Path> migrations = new TreeMap<>();
        try (var files = Files.list(PROJECT.resolve("persistence/src/main/resources/db/migration"))) {
            for (Path file : files.toList()) {
                var version = VERSION.matcher(file.getFileName().toString());
                if (version.matches()) {
                    migrations.put(Integer.valueOf(version.group(1)), file);
                }
            }
        }
        return migrations;
    }

    private static Properties before() throws IOException {
        var before = new Properties();
        try (InputStream in = Files.newInputStream(PROJECT.resolve("release-before"))) {
            before.load(in);
        }
        return before;
    }
}
