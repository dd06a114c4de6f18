package eyeline.store.fence;

import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Tells Hibernate at the beginning of a persistence context whose rows it works with: {@link Inside}. */
public class InsideResolver implements CurrentTenantIdentifierResolver<String> {

    @Override
    public String resolveCurrentTenantIdentifier() {
        return Inside.account();
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return false;
    }
}
