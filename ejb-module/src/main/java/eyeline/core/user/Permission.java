package eyeline.core.user;

/** What a profile can allow, each with the role it belongs to (P1, P2). */
public enum Permission {
    INITIATE_VOICE_CONVERSATION(Role.AGENT),
    INITIATE_LIVE_VIDEO_CONVERSATION(Role.AGENT),
    SEE_ALL_CONVERSATIONS(Role.AGENT_MANAGER);

    private final Role role;

    Permission(Role role) {
        this.role = role;
    }

    public Role role() {
        return role;
    }
}
