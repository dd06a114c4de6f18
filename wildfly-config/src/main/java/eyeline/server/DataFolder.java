package eyeline.server;

import eyeline.operator.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The one folder in which an installation keeps everything; locked while a server runs on it. */
final class DataFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /** Creates the folder if need be and locks it; the lock ends with the process, however it ends. */
    static DataFolder open(Path folder) throws StartRefused, IOException {
        Path root = folder.toAbsolutePath().normalize();
        PrivateFiles.folder(root);
        FileChannel channel = FileChannel.open(root.resolve("eyeline.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new StartRefused("Eyeline is already running on the data folder " + root
                    + ". Stop that one first, or choose another folder with -Deyeline.data=<folder>.");
        }
        return new DataFolder(root, channel, lock);
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path root() {
        return root;
    }

    Path database() {
        return root.resolve("postgresql");
    }

    Path binaries() {
        return root.resolve("postgresql-binaries");
    }

    Path tls() {
        return root.resolve("tls");
    }

    Path wildfly() {
        return root.resolve("wildfly");
    }

    Path turn() {
        return root.resolve("turn");
    }

    Path log() {
        return root.resolve("log");
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    /** Where the process id of the running WildFly is noted, for a start after a crash of the launcher. */
    Path wildflyPid() {
        return root.resolve("wildfly.pid");
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }

    void delete(Path inside) throws IOException {
        if (!inside.startsWith(root) || !Files.exists(inside)) {
            return;
        }
        Folders.delete(inside);
    }
}
