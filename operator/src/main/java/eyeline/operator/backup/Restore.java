package eyeline.operator.backup;

import eyeline.operator.Answer;
import eyeline.operator.Eyeline;
import eyeline.operator.Migration;
import eyeline.operator.OwnDatabase;
import eyeline.operator.Settings;
import eyeline.operator.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Puts a backup back: looks at all of it first, then makes roles and database where a superuser is named, then the schema of that time, then
 * the rows in one transaction. The server has to be stopped.
 */
@Command(name = "restore", description = "Puts a backup into an empty database, and the signing key into its place.", mixinStandardHelpOptions = true,
        footer = {"", "Where EYELINE_DB_SUPERUSER and EYELINE_DB_SUPERUSER_PASSWORD are set, roles and", "database are made if they are missing."})
public final class Restore implements Callable<Integer> {

    @ParentCommand
    private Eyeline eyeline;
    @Parameters(paramLabel = "<folder>", description = "What \"backup\" wrote.")
    private Path folder;
    @Option(names = "--replace", description = "Throws away what the database has, and another signing key.")
    private boolean replace;

    @Override
    public Integer call() throws StartRefused, IOException, SQLException {
        Settings settings = eyeline.settings();
        String role = OwnDatabase.applicationRole(settings);
        DataSource owner = OwnDatabase.owner(settings);
        Manifest manifest = Manifest.read(folder);
        for (Manifest.TableFile table : manifest.tables()) {
            Sums.check(folder.resolve(table.path()), table.sum());
        }
        Optional<byte[]> key = key(manifest);
        Answer answer = eyeline.answer();
        new Preparation(settings).run().forEach(answer::say);
        OwnDatabase.reach(owner);
        Target target = new Target(owner, role);
        target.refuseInUse();
        if (!target.isEmpty()) {
            if (!replace) {
                throw new StartRefused("The database is not empty. Restore into an empty one; or with --replace, which throws away all that it has.");
            }
            target.clean();
        }
        target.schema(manifest.made().schema());
        new Rows(owner, folder, answer::show).load(manifest).forEach(answer::say);
        if (key.isPresent()) {
            new SigningKeyFile(settings).put(key.get());
            answer.say("The signing key lies in " + new SigningKeyFile(settings).path() + ".");
        }
        answer.fact("release", manifest.made().release()).fact("schema", manifest.made().schema()).fact("at", manifest.made().at().toString());
        answer.say("Restored what release " + manifest.made().release() + " had on " + manifest.made().at() + "."
                + (manifest.made().schema().equals(Migration.newest()) ? "" : " Before the server is started, run: eyeline migrate"));
        return Eyeline.DONE;
    }

    /** Nothing if the backup has none. Refused before anything is changed, if it cannot go where it belongs. */
    private Optional<byte[]> key(Manifest manifest) throws StartRefused, IOException {
        if (manifest.signingKey().isEmpty()) {
            return Optional.empty();
        }
        Path file = folder.resolve(Manifest.SIGNING_KEY);
        Sums.check(file, manifest.signingKey().get());
        byte[] content = Files.readAllBytes(file);
        SigningKeyFile place = new SigningKeyFile(eyeline.settings());
        place.refuseUnlessItOpens(content, file);
        if (!replace && !place.fits(content)) {
            throw new StartRefused(place.path() + " is another signing key. Move it away; or restore with --replace, which overwrites it.");
        }
        return Optional.of(content);
    }
}
