package eyeline.core.change;

/** What was changed. */
public enum ChangeSubject {
    ACCOUNT, SETTINGS, USER, PROFILE, SKILL
}
