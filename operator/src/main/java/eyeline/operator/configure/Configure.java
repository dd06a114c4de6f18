package eyeline.operator.configure;

import eyeline.operator.Eyeline;
import eyeline.operator.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Gives a WildFly that somebody runs already what Eyeline needs, or takes it back: offline, in one run of WildFly's own command line. Run
 * again it changes nothing; when it fails the configuration is as it was.
 */
@Command(name = "configure", description = "Gives a stopped WildFly what Eyeline needs; --remove takes it back.", mixinStandardHelpOptions = true)
public final class Configure implements Callable<Integer> {

    @ParentCommand
    private Eyeline eyeline;
    @Parameters(paramLabel = "<wildfly-home>", description = "The folder that holds bin, modules and standalone.")
    private Path folder;
    @Option(names = "--server-config", defaultValue = "standalone.xml", description = "The configuration in standalone/configuration (${DEFAULT-VALUE}).")
    private String configuration;
    @Option(names = "--remove", description = "Takes back all that was added.")
    private boolean remove;
    @Option(names = "--undertow", description = "Lays the Undertow with the strict request parser over the one of this WildFly.")
    private boolean undertow;
    @Option(names = "--from", paramLabel = "<folder>", description = "Where the archive was unpacked, if this program lies elsewhere.")
    private Path from;

    @Override
    public Integer call() throws StartRefused, IOException, InterruptedException {
        WildFlyHome home = WildFlyHome.at(folder, configuration);
        home.refuseRunning();
        Kit kit = Kit.found(from);
        if (remove) {
            remove(home, kit);
        } else {
            add(home, kit);
        }
        return 0;
    }

    private void add(WildFlyHome home, Kit kit) throws StartRefused, IOException, InterruptedException {
        List<String> newModules = Modules.lay(kit.modules(), home.modules());
        newModules.forEach(module -> say("Added the module " + module + "."));
        List<String> changes = changes(home, kit.scripts());
        changes.forEach(this::say);
        boolean laid = undertow && Undertow.lay(kit, home);
        if (laid) {
            say("Laid " + kit.undertow().getFileName() + " over WildFly's own; every application of this WildFly gets it.");
        }
        say(changes.isEmpty() && newModules.isEmpty() && !laid ? "Nothing to change: " + home.name() + " has all of it already."
                : home.name() + " is ready: deploy eyeline.ear.");
        Undertow.warning(home).ifPresent(this::say);
    }

    private List<String> changes(WildFlyHome home, List<Path> scripts) throws StartRefused, IOException, InterruptedException {
        byte[] before = Files.readAllBytes(home.configuration());
        Original original = new Original(home);
        boolean untouched = original.keep();
        boolean done = false;
        try {
            CommandLine.run(home, scripts, this::say);
            done = true;
        } finally {
            if (!done) {
                Files.write(home.configuration(), before);
            }
        }
        original.changed(untouched);
        return Difference.between(before, Files.readAllBytes(home.configuration()));
    }

    private void remove(WildFlyHome home, Kit kit) throws StartRefused, IOException, InterruptedException {
        Original original = new Original(home);
        if (original.restore()) {
            say(home.name() + " is, to the byte, what it was before.");
        } else if (home.mentionsEyeline()) {
            byte[] before = Files.readAllBytes(home.configuration());
            CommandLine.run(home, kit.undoing(), this::say);
            Difference.between(before, Files.readAllBytes(home.configuration())).forEach(this::say);
            original.forget();
            say(home.name() + " was changed by others meanwhile: theirs stays, Eyeline's is gone.");
        } else {
            say(home.name() + " has nothing of Eyeline.");
        }
        if (!Original.keptFor(home)) {
            Modules.take(kit.modules(), home.modules()).forEach(module -> say("Removed the module " + module + "."));
            if (Undertow.take(home)) {
                say("WildFly's own Undertow is in use again.");
            }
        }
    }

    private void say(String sentence) {
        eyeline.answer().say(sentence);
    }
}
