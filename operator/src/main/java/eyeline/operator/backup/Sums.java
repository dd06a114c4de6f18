package eyeline.operator.backup;

import eyeline.operator.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The check sums of a backup's files. */
final class Sums {
    private Sums() {
    }

    /** What writes a file and may go wrong doing so. */
    interface Content {
        void writeTo(OutputStream out) throws IOException, java.sql.SQLException;
    }

    static Manifest.Sum write(Path file, Content content) throws IOException, java.sql.SQLException {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(PrivateFile.create(file), digest)) {
            content.writeTo(out);
        }
        return new Manifest.Sum(Files.size(file), HexFormat.of().formatHex(digest.digest()));
    }

    /** Refused if the file is missing, or is not what it was. */
    static void check(Path file, Manifest.Sum sum) throws StartRefused, IOException {
        if (!Files.isRegularFile(file)) {
            throw new StartRefused("The backup is not whole: " + file + " is missing.");
        }
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (Files.size(file) != sum.bytes() || !HexFormat.of().formatHex(digest.digest()).equals(sum.sha256())) {
            throw new StartRefused("The backup is damaged: " + file + " is not what was written. Take another backup.");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
