package eyeline.core.user;

/** The fixed roles (P1). A profile belongs to one of them. */
public enum Role {
    AGENT("Agents"), AGENT_MANAGER("Agent managers"), ADMINISTRATOR("Administrators"), OPERATOR("Operators");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /** Those who have it, in words; also the name of its first profile in a new account. */
    public String words() {
        return words;
    }
}
