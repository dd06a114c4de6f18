package eyeline.server.log;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class ToldAlreadyTest {
    private static final LogRecord TROUBLE = new LogRecord(Level.SEVERE, "trouble");

    /** Code of a deployment. */
    public static final class Code implements BooleanSupplier {
        @Override
        public boolean getAsBoolean() {
            return new ToldAlready().isLoggable(null);
        }
    }

    @Test
    void whatIsLoggedWhileAThreadWorksForEyelineIsDroppedAndNothingElse() throws IOException {
        assertFalse(loggedFor("deployment.eyeline.ear"));
        assertFalse(loggedFor("deployment.eyeline.ear.eyeline-web.war"));
        assertFalse(loggedFor("deployment.eyeline-0.9.0.ear.eyeline-web.war"));
        assertTrue(loggedFor("deployment.shop.ear"));
        assertTrue(loggedFor("deployment.shop.ear.eyeline.war"));
        assertTrue(loggedFor(null));
    }

    @Test
    void whatIsLoggedBelowEyelinesCodeIsDroppedWhateverTheThreadSays() throws Exception {
        assertFalse(loggedBelow("deployment.eyeline.ear.eyeline-ejb.jar"));
        assertTrue(loggedBelow("deployment.shop.ear.shop-ejb.jar"));
    }

    private static boolean loggedFor(String deployment) throws IOException {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var works = new URLClassLoader(deployment, new URL[0], before)) {
            thread.setContextClassLoader(works);
            return new ToldAlready().isLoggable(TROUBLE);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static boolean loggedBelow(String deployment) throws Exception {
        var places = new URL[] {place(Code.class), place(ToldAlready.class)};
        try (var loader = new URLClassLoader(deployment, places, ClassLoader.getPlatformClassLoader())) {
            return ((BooleanSupplier) loader.loadClass(Code.class.getName()).getConstructor().newInstance()).getAsBoolean();
        }
    }

    private static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
