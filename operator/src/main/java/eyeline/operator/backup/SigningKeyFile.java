package eyeline.operator.backup;

import eyeline.operator.Settings;
import eyeline.operator.StartRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;

/** The key store that signs consumers' tokens: kept as the file it is, with its password, which no backup holds. */
record SigningKeyFile(Settings settings) {
    private static final String ALIAS = "signing";
    private static final long LARGEST = 1024 * 1024;

    Path path() throws StartRefused {
        return Path.of(settings.need("EYELINE_SIGNING_KEYSTORE"));
    }

    /** The file's content. Refused if the password does not open it: such a backup would be of no use. */
    byte[] content() throws StartRefused, IOException {
        Path file = path();
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            throw new StartRefused("EYELINE_SIGNING_KEYSTORE names " + file + ", which is no key store. Correct it, or back up --without-signing-key.");
        }
        byte[] content = Files.readAllBytes(file);
        refuseUnlessItOpens(content, file);
        return content;
    }

    /** Whether the server's place for it is free, or has this very key already. */
    boolean fits(byte[] content) throws StartRefused, IOException {
        return !Files.exists(path()) || Arrays.equals(Files.readAllBytes(path()), content);
    }

    void put(byte[] content) throws StartRefused, IOException {
        Path beside = path().resolveSibling(path().getFileName() + ".new");
        Files.deleteIfExists(beside);
        PrivateFile.write(beside, content);
        Files.move(beside, path(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    void refuseUnlessItOpens(byte[] content, Path shown) throws StartRefused {
        char[] password = settings.need("EYELINE_SIGNING_PASSWORD").toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            if (store.getKey(ALIAS, password) == null) {
                throw new StartRefused(shown + " has no key with the alias \"" + ALIAS + "\".");
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new StartRefused(shown + " does not open with EYELINE_SIGNING_PASSWORD.", e);
        }
    }
}
