package eyeline.operator.backup;

import eyeline.operator.Answer;
import eyeline.operator.Eyeline;
import eyeline.operator.Migration;
import eyeline.operator.OwnDatabase;
import eyeline.operator.Release;
import eyeline.operator.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes the database, as it is at one moment, and the signing key into a folder (docs/adr/0014). The server may run meanwhile. */
@Command(name = "backup", description = "Writes database and signing key into a new folder, while the server runs.", mixinStandardHelpOptions = true)
public final class Backup implements Callable<Integer> {

    @ParentCommand
    private Eyeline eyeline;
    @Parameters(paramLabel = "<folder>", description = "Where to: a folder that is not there yet, or empty.")
    private Path folder;
    @Option(names = "--without-signing-key", description = "The database alone; the key is kept elsewhere.")
    private boolean withoutKey;

    @Override
    public Integer call() throws StartRefused, IOException, SQLException {
        DataSource owner = OwnDatabase.owner(eyeline.settings());
        String role = OwnDatabase.applicationRole(eyeline.settings());
        byte[] key = withoutKey ? null : new SigningKeyFile(eyeline.settings()).content();
        OwnDatabase.reach(owner);
        String schema = new Migration(owner, role).current().orElseThrow(() -> new StartRefused("The database has no schema of Eyeline: there is nothing to back up."));
        make(folder);
        Manifest manifest = save(owner, role, schema, key);
        manifest.write(folder);
        long rows = manifest.tables().stream().mapToLong(Manifest.TableFile::rows).sum();
        Answer answer = eyeline.answer();
        answer.fact("folder", folder.toString()).fact("release", Release.version()).fact("schema", schema).fact("rows", Math.toIntExact(Math.min(rows, Integer.MAX_VALUE)))
                .fact("signingKey", withoutKey ? "no" : "yes");
        answer.say("Saved to " + folder + ": " + rows + " rows of " + manifest.tables().size() + " tables" + (withoutKey ? "." : ", and the signing key."));
        answer.say("Passwords are not in it. Keep those of the key stores and roles elsewhere, and the folder where nobody else reads it.");
        return Eyeline.DONE;
    }

    private static void make(Path folder) throws StartRefused, IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new StartRefused(folder + " is not empty. Name a folder of its own for each backup.");
                }
            }
            Files.delete(folder);
        } else if (Files.exists(folder)) {
            throw new StartRefused(folder + " is a file. Name a folder.");
        }
        PrivateFile.folder(folder);
        PrivateFile.folder(folder.resolve("tables"));
    }

    /** One transaction that sees one moment. Row security is off so that a role which does not see everything fails instead of saving half. */
    private Manifest save(DataSource owner, String role, String schema, byte[] key) throws SQLException, IOException, StartRefused {
        try (Connection connection = owner.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set transaction isolation level repeatable read, read only");
            statement.execute("set local row_security = off");
            Catalogue catalogue = new Catalogue(connection);
            List<Manifest.TableFile> tables = new ArrayList<>();
            for (String name : catalogue.tables()) {
                tables.add(table(connection, catalogue, name));
            }
            Optional<Manifest.Sum> sum = key == null ? Optional.empty() : Optional.of(Sums.write(folder.resolve(Manifest.SIGNING_KEY), out -> out.write(key)));
            var made = new Manifest.Made(Release.version(), schema, connection.getCatalog(), role, Instant.now().truncatedTo(ChronoUnit.SECONDS));
            return new Manifest(made, tables, catalogue.sequences(), catalogue.grants(role), sum);
        }
    }

    private Manifest.TableFile table(Connection connection, Catalogue catalogue, String name) throws SQLException, IOException {
        List<String> columns = catalogue.columns(name);
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        long[] rows = new long[1];
        Manifest.Sum sum = Sums.write(folder.resolve(Manifest.TableFile.path(name)), out -> {
            try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
                rows[0] = copy.copyOut("copy " + name + " (" + String.join(", ", columns) + ") to stdout", packed);
            }
        });
        eyeline.answer().show("Saved " + name + ": " + rows[0] + " rows");
        return new Manifest.TableFile(name, columns, rows[0], sum);
    }
}
