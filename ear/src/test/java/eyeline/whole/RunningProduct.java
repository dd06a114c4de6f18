package eyeline.whole;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One Eyeline for all tests of this JVM: started for the first that asks, stopped after the last. */
public final class RunningProduct implements ParameterResolver {
    private static final Namespace HERE = Namespace.create(RunningProduct.class);

    /** The start and what came of it: a product that did not start is not started again for the next test. */
    private record Start(Product product, RuntimeException failure) implements AutoCloseable {

        static Start now() {
            try {
                return new Start(Product.start(), null);
            } catch (RuntimeException e) {
                return new Start(null, e);
            }
        }

        @Override
        public void close() throws java.io.IOException {
            if (product != null) {
                product.close();
            }
        }
    }

    /** The one product of this JVM. */
    public static Product of(ExtensionContext context) {
        var start = context.getStore(StoreScope.LAUNCHER_SESSION, HERE).computeIfAbsent(Start.class, key -> Start.now(), Start.class);
        if (start.failure() != null) {
            throw start.failure();
        }
        return start.product();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Product.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }
}
