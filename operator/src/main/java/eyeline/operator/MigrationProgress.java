package eyeline.operator;

import java.util.function.Consumer;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Tells each migration before it is applied: one may take minutes in a database with years in it. */
record MigrationProgress(Consumer<Migration.Step> told) implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        told.accept(Migration.Step.of(context.getMigrationInfo()));
    }

    @Override
    public String getCallbackName() {
        return "progress";
    }
}
