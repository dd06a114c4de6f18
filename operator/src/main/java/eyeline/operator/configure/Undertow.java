package eyeline.operator.configure;

import eyeline.operator.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The newer Undertow, whose request parser is strict. WildFly looks for a module in {@code modules} before it looks in its own layer, so
 * the newer one is laid over and WildFly's own files stay as they are.
 */
final class Undertow {
    private static final String MODULE = "io/undertow/core/main";
    private static final String OWNER = "<!-- laid here by eyeline configure -->";
    private static final Pattern JAR = Pattern.compile("undertow-core-(\\d+)\\.(\\d+)\\.(\\d+)\\.[A-Za-z0-9]+\\.jar");

    private Undertow() {
    }

    /** Whether there was something to do; refused where somebody else has laid one over already. */
    static boolean lay(Kit kit, WildFlyHome home) throws StartRefused, IOException {
        String original = Files.readString(wildflys(home));
        String jar = kit.undertow().getFileName().toString();
        if (Arrays.compare(version(original), version(jar)) >= 0) {
            return false;
        }
        Path over = over(home);
        String module = JAR.matcher(original).replaceAll(jar).replaceFirst("(<module )", OWNER + "\n$1");
        if (Files.exists(over)) {
            if (!Files.readString(over).contains(OWNER)) {
                throw new StartRefused(over + " is there already, and not from Eyeline. Undertow has to be " + number(jar) + " or newer in it.");
            }
            if (Files.readString(over).equals(module)) {
                return false;
            }
            take(home);
        }
        Files.createDirectories(over.getParent());
        Files.copy(kit.undertow(), over.resolveSibling(jar));
        Files.writeString(over, module);
        return true;
    }

    /** Takes away what {@link #lay} laid down; whether there was something. */
    static boolean take(WildFlyHome home) throws IOException {
        Path over = over(home);
        if (!Files.exists(over) || !Files.readString(over).contains(OWNER)) {
            return false;
        }
        Matcher jar = JAR.matcher(Files.readString(over));
        if (jar.find()) {
            Files.deleteIfExists(over.resolveSibling(jar.group()));
        }
        Files.delete(over);
        Modules.deleteEmpty(over.getParent(), home.modules());
        return true;
    }

    /** What its reader has to decide, if WildFly's own one is in use. */
    static Optional<String> warning(WildFlyHome home) throws IOException {
        if (Files.exists(over(home)) || Arrays.compare(version(Files.readString(wildflys(home))), new int[] {2, 3, 25}) >= 0) {
            return Optional.empty();
        }
        return Optional.of("Undertow " + number(Files.readString(wildflys(home))) + " of this WildFly lets requests be smuggled (CVE-2026-28367): Eyeline does not"
                + " start on it. Run this again with --undertow, or set EYELINE_ALLOW_OLD_UNDERTOW=true.");
    }

    private static int[] version(String text) {
        Matcher jar = JAR.matcher(text);
        return jar.find() ? new int[] {Integer.parseInt(jar.group(1)), Integer.parseInt(jar.group(2)), Integer.parseInt(jar.group(3))} : new int[0];
    }

    private static String number(String text) {
        int[] version = version(text);
        return version.length == 0 ? "of an unknown version" : version[0] + "." + version[1] + "." + version[2];
    }

    private static Path wildflys(WildFlyHome home) {
        return home.modules().resolve("system/layers/base").resolve(MODULE).resolve("module.xml");
    }

    private static Path over(WildFlyHome home) {
        return home.modules().resolve(MODULE).resolve("module.xml");
    }
}
