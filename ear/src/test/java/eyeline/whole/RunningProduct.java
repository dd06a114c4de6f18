package eyeline.whole;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One Eyeline for all tests of this JVM: started for the first that asks, stopped after the last. */
public final class RunningProduct implements ParameterResolver {
    private static final Namespace HERE = Namespace.create(RunningProduct.class);

    /** The one product of this JVM. */
    public static Product of(ExtensionContext context) {
        return context.getRoot().getStore(HERE).computeIfAbsent(Product.class, key -> Product.start(), Product.class);
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
