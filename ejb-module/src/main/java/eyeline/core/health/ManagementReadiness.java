package eyeline.core.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The same readiness on the management port, with why. Not there, and not missed, where WildFly has no MicroProfile Health. */
@Readiness
@ApplicationScoped
public class ManagementReadiness implements HealthCheck {

    @Inject
    eyeline.core.health.Readiness readiness;

    @Override
    public HealthCheckResponse call() {
        var facts = readiness.facts();
        var answer = HealthCheckResponse.named("eyeline").status(facts.ready());
        return (facts.why().isEmpty() ? answer : answer.withData("why", facts.why())).build();
    }
}
