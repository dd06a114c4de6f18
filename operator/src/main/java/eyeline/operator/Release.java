package eyeline.operator;

import eyeline.core.version.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code eyeline --version} says. */
final class Release implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Eyeline " + Version.CURRENT};
    }
}
