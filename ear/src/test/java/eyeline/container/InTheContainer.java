package eyeline.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that runs inside the provisioned WildFly, on PostgreSQL, beside the product's own EJB jar. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({ContainerServer.class, EverywhereFence.class})
@ArquillianTest
public @interface InTheContainer {
}
