package eyeline.operator.backup;

import eyeline.operator.Migration;
import eyeline.operator.Release;
import eyeline.operator.StartRefused;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a backup is made of: written last, so that a folder with a manifest is a whole backup. Holds no secret. */
record Manifest(Made made, List<TableFile> tables, List<SequenceValue> sequences, List<Grant> grants, Optional<Sum> signingKey) {
    static final String FILE = "manifest.json";
    static final String SIGNING_KEY = "signing.p12";
    private static final int FORMAT = 1;
    private static final long LARGEST = 1024 * 1024;
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    /** By which release, of which schema and database, and when. */
    record Made(String release, String schema, String database, String applicationRole, Instant at) {
    }

    /** A table's rows, as COPY writes them, compressed; the tables that others refer to come first. */
    record TableFile(String name, List<String> columns, long rows, Sum sum) {
        TableFile {
            if (!isName(name) || !columns.stream().allMatch(Manifest::isName)) {
                throw new IllegalArgumentException("no name of a table");
            }
        }

        static String path(String name) {
            return "tables/" + name + ".copy.gz";
        }

        String path() {
            return path(name);
        }
    }

    /** How far a sequence had counted. */
    record SequenceValue(String name, long value) {
        SequenceValue {
            if (!isName(name)) {
                throw new IllegalArgumentException("no name of a sequence");
            }
        }
    }

    /** A right on a table that the operator has given to a role which is not Eyeline's. */
    record Grant(String table, String right, String role) {
        private static final List<String> RIGHTS = List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN");

        Grant {
            if (!isName(table) || !RIGHTS.contains(right)) {
                throw new IllegalArgumentException("no right on a table");
            }
        }
    }

    /** The size of a file, and its SHA-256 in hexadecimal digits. */
    record Sum(long bytes, String sha256) {
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    void write(Path folder) throws IOException {
        PrivateFile.write(folder.resolve(FILE), (json() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Refused if there is none, if it is not one, or if it is a newer release's. */
    static Manifest read(Path folder) throws StartRefused, IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new StartRefused(folder + " has no " + FILE + ": it is no backup, or one that was not finished.");
        }
        if (Files.size(file) > LARGEST) {
            throw new StartRefused(file + " is too large for a manifest.");
        }
        try (var reader = Json.createReader(new StringReader(Files.readString(file)))) {
            JsonObject json = reader.readObject();
            refuseNewer(json);
            return of(json);
        } catch (JsonException | ClassCastException | NullPointerException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new StartRefused(file + " is no manifest of a backup.", e);
        }
    }

    private static void refuseNewer(JsonObject json) throws StartRefused {
        String release = json.getString("release");
        boolean newer = json.getInt("format") > FORMAT || newer(release, Release.version())
                || Integer.parseInt(json.getString("schema")) > Integer.parseInt(Migration.newest());
        if (newer) {
            throw new StartRefused("The backup is of release " + release + " (schema " + json.getString("schema") + "), which is newer than this one ("
                    + Release.version() + "). Restore it with that release, or a newer one.");
        }
    }

    /** By their numbers: 0.10.0 is newer than 0.9.0. */
    static boolean newer(String one, String other) {
        int[] a = numbers(one);
        int[] b = numbers(other);
        return Arrays.compare(a, b) > 0;
    }

    private static int[] numbers(String version) {
        return Pattern.compile("[.-]").splitAsStream(version).limit(3).mapToInt(part -> part.matches("[0-9]{1,6}") ? Integer.parseInt(part) : 0).toArray();
    }

    private static Manifest of(JsonObject json) {
        var made = new Made(json.getString("release"), json.getString("schema"), json.getString("database"), json.getString("applicationRole"),
                Instant.parse(json.getString("at")));
        var tables = json.getJsonArray("tables").getValuesAs(JsonObject.class).stream().map(table -> new TableFile(table.getString("name"),
                table.getJsonArray("columns").getValuesAs(JsonString::getString), table.getJsonNumber("rows").longValueExact(), sum(table))).toList();
        var sequences = json.getJsonArray("sequences").getValuesAs(JsonObject.class).stream()
                .map(one -> new SequenceValue(one.getString("name"), one.getJsonNumber("value").longValueExact())).toList();
        var grants = json.getJsonArray("grants").getValuesAs(JsonObject.class).stream()
                .map(one -> new Grant(one.getString("table"), one.getString("right"), one.getString("role"))).toList();
        return new Manifest(made, tables, sequences, grants, Optional.ofNullable(json.getJsonObject("signingKey")).map(Manifest::sum));
    }

    private static Sum sum(JsonObject json) {
        return new Sum(json.getJsonNumber("bytes").longValueExact(), json.getString("sha256"));
    }

    private JsonObject json() {
        var json = Json.createObjectBuilder().add("format", FORMAT).add("release", made.release()).add("schema", made.schema())
                .add("database", made.database()).add("applicationRole", made.applicationRole()).add("at", made.at().toString());
        JsonArrayBuilder files = Json.createArrayBuilder();
        tables.forEach(table -> files.add(Json.createObjectBuilder().add("name", table.name()).add("columns", Json.createArrayBuilder(table.columns()))
                .add("rows", table.rows()).add("bytes", table.sum().bytes()).add("sha256", table.sum().sha256())));
        JsonArrayBuilder counted = Json.createArrayBuilder();
        sequences.forEach(one -> counted.add(Json.createObjectBuilder().add("name", one.name()).add("value", one.value())));
        JsonArrayBuilder given = Json.createArrayBuilder();
        grants.forEach(one -> given.add(Json.createObjectBuilder().add("table", one.table()).add("right", one.right()).add("role", one.role())));
        json.add("tables", files).add("sequences", counted).add("grants", given);
        signingKey.ifPresent(sum -> json.add("signingKey", Json.createObjectBuilder().add("bytes", sum.bytes()).add("sha256", sum.sha256())));
        return json.build();
    }
}
