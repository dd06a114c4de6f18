package eyeline.operator;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** The terminal at which a person sits, if there is one on both sides of the program. */
final class Terminal {
    private Terminal() {
    }

    static Optional<Console> ofWhoRunsThis() {
        return Optional.ofNullable(System.console()).filter(Terminal::isOne);
    }

    /** By https://no-color.org: the variable counts if it is not empty. */
    static boolean wantsColours(Settings settings) {
        return ofWhoRunsThis().isPresent() && settings.variable("NO_COLOR").isEmpty()
                && !settings.variable("TERM").filter("dumb"::equals).isPresent();
    }

    /** Java 22 and newer have a console without a terminal too, and a method that says so. */
    private static boolean isOne(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
