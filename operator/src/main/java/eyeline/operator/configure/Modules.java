package eyeline.operator.configure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Eyeline's modules in a WildFly: folders below {@code modules/eyeline}, which nobody else has. */
final class Modules {
    private static final String MODULE = "main";

    private Modules() {
    }

    /** Lays them down; the result names those that were not there or not the same. */
    static List<String> lay(Path from, Path to) throws IOException {
        List<String> laid = new ArrayList<>();
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            if (!Files.exists(target) || Files.mismatch(file, target) >= 0) {
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                remember(laid, name(from, file));
            }
        }
        return laid;
    }

    /** Takes them away, with the folders that become empty; the result names those that were there. */
    static List<String> take(Path from, Path to) throws IOException {
        List<String> taken = new ArrayList<>();
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.deleteIfExists(target)) {
                remember(taken, name(from, file));
                deleteEmpty(target.getParent(), to);
            }
        }
        return taken;
    }

    /** This folder and those around it that have nothing in them, up to a folder that stays. */
    static void deleteEmpty(Path folder, Path stays) throws IOException {
        for (Path each = folder; !each.equals(stays); each = each.getParent()) {
            try (Stream<Path> rest = Files.list(each)) {
                if (rest.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(each);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String name(Path from, Path file) {
        List<String> parts = new ArrayList<>();
        from.relativize(file).getParent().forEach(part -> parts.add(part.toString()));
        parts.remove(MODULE);
        return String.join(".", parts);
    }

    private static void remember(List<String> names, String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
    }
}
