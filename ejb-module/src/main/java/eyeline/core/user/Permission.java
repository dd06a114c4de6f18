package eyeline.core.user;

/** What a profile can allow, each with the role it belongs to (P1, P2). */
public enum Permission {
    INITIATE_VOICE_CONVERSATION(Role.AGENT, "Initiate voice conversation"),
    INITIATE_LIVE_VIDEO_CONVERSATION(Role.AGENT, "Initiate live video conversation"),
    SEE_ALL_CONVERSATIONS(Role.AGENT_MANAGER, "See all conversations");

    private final Role role;
    private final String words;

    Permission(Role role, String words) {
        this.role = role;
        this.words = words;
    }

    /** As the console names it. */
    public String words() {
        return words;
    }

    public Role role() {
        return role;
    }
}
