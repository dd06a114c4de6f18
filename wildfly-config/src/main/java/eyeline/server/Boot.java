package eyeline.server;

import java.nio.file.Path;
import java.util.List;

/** With which Java, which of its configurations and which further arguments WildFly starts. */
public record Boot(Path java, String configuration, List<String> arguments) {

    public Boot {
        arguments = List.copyOf(arguments);
    }

    /** The provisioned server, in the Java of this process. */
    public static Boot usual() {
        return new Boot(Path.of(System.getProperty("java.home")), "standalone.xml", List.of());
    }
}
