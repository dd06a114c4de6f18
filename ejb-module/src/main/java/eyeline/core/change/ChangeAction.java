package eyeline.core.change;

/** What an administrative change did. */
public enum ChangeAction {
    CREATED, CHANGED, DELETED
}
