package eyeline.container;

import eyeline.core.account.Fence;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Tests of the façades act for people of several accounts on one thread, behind the doors where the fence is entered. */
public final class EverywhereFence implements InvocationInterceptor {

    @Override
    public void interceptBeforeEachMethod(Invocation<Void> preparation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Fence.everywhere(preparation::proceed);
    }

    @Override
    public void interceptTestMethod(Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Fence.everywhere(test::proceed);
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<Void> test, ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        Fence.everywhere(test::proceed);
    }
}
