package eyeline.store.page;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pages of things that have a name, by keyset: what comes after a name and an id, so that a page stays whole while others
 * insert and delete.
 */
public record NamePage(Optional<String> part, boolean descending, Optional<Key> after, int limit) {

    /** The last one of the page before: its name in lower case and its id as text. */
    public record Key(String name, String id) {
    }

    /** {@code where} speaks of the entity as {@code e}, {@code name} and {@code id} are paths of it; parameters are those of {@code where}. */
    public <T> List<T> of(EntityManager em, Class<T> entity, String where, String name, String id, Map<String, Object> parameters) {
        var than = descending ? " < " : " > ";
        var order = descending ? " desc" : "";
        var text = "cast(e." + id + " as string)";
        var lower = "lower(e." + name + ")";
        var seek = after.isEmpty() ? "" : " and (" + lower + than + ":afterName or (" + lower + " = :afterName and " + text + than + ":afterId))";
        var query = em.createQuery("select e from " + entity.getSimpleName() + " e where " + where + like(name) + seek
                + " order by " + lower + order + ", " + text + order, entity);
        parameters.forEach(query::setParameter);
        part.ifPresent(p -> query.setParameter("part", pattern(p)));
        after.ifPresent(key -> query.setParameter("afterName", key.name()).setParameter("afterId", key.id()));
        return query.setMaxResults(limit).getResultList();
    }

    /** How many there are on all pages together. */
    public long count(EntityManager em, Class<?> entity, String where, String name, Map<String, Object> parameters) {
        var query = em.createQuery("select count(e) from " + entity.getSimpleName() + " e where " + where + like(name), Long.class);
        parameters.forEach(query::setParameter);
        part.ifPresent(p -> query.setParameter("part", pattern(p)));
        return query.getSingleResult();
    }

    private String like(String name) {
        return part.isEmpty() ? "" : " and lower(e." + name + ") like lower(:part) escape '!'";
    }

    private static String pattern(String part) {
        return "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
