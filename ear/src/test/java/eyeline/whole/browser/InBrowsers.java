package eyeline.whole.browser;

import eyeline.whole.RunningProduct;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A test with real browsers: its methods take their {@link Screens}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InBrowsers.Extension.class)
@interface InBrowsers {

    /** One set of browsers a JVM, new contexts a test, and what a failed test looked like in {@code target/browser}. */
    final class Extension implements ParameterResolver, AfterTestExecutionCallback {
        private static final Namespace HERE = Namespace.create(Extension.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Screens.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var product = RunningProduct.of(context);
            var browsers = context.getStore(StoreScope.LAUNCHER_SESSION, HERE).computeIfAbsent(Browsers.class, key -> new Browsers(), Browsers.class);
            return context.getStore(HERE).computeIfAbsent(Screens.class, key -> new Screens(product, browsers), Screens.class);
        }

        @Override
        public void afterTestExecution(ExtensionContext context) throws Exception {
            var screens = context.getStore(HERE).get(Screens.class, Screens.class);
            if (screens != null && context.getExecutionException().isPresent()) {
                screens.keep(context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName());
            }
        }
    }
}
