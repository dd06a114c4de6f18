package eyeline.operator;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of one's own, as operators name it in the environment. */
final class OwnDatabase {
    private OwnDatabase() {
    }

    /** As the role that owns the schema. */
    static DataSource owner() throws StartRefused {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(needed("EYELINE_DB_URL"));
        owner.setUser(needed("EYELINE_DB_OWNER"));
        owner.setPassword(needed("EYELINE_DB_OWNER_PASSWORD"));
        return owner;
    }

    private static String needed(String name) throws StartRefused {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new StartRefused("Set " + name + " in the environment (docs/operations/configure.md).");
        }
        return value;
    }
}
