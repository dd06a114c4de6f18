package eyeline.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** The generated passwords of an installation: made once, kept in a file that only its owner may read. */
record Secrets(String databaseAdmin, String databaseOwner, String databaseApplication, String keyStores, String turn) {
    private static final List<String> NAMES = List.of("database.admin", "database.owner", "database.application", "keystores", "turn");

    static Secrets in(Path file) throws IOException {
        Properties kept = read(file);
        SecureRandom random = new SecureRandom();
        boolean missing = false;
        for (String name : NAMES) {
            missing |= kept.putIfAbsent(name, fresh(random)) == null;
        }
        if (missing) {
            write(file, kept);
        }
        return new Secrets(kept.getProperty(NAMES.get(0)), kept.getProperty(NAMES.get(1)), kept.getProperty(NAMES.get(2)),
                kept.getProperty(NAMES.get(3)), kept.getProperty(NAMES.get(4)));
    }

    private static Properties read(Path file) throws IOException {
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                kept.load(in);
            }
        }
        return kept;
    }

    private static void write(Path file, Properties kept) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        kept.store(out, "Passwords of this installation. Deleting this file makes its database unreadable.");
        PrivateFiles.write(file, out.toByteArray());
    }

    private static String fresh(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Secrets[]";
    }
}
