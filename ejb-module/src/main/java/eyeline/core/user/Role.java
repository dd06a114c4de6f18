package eyeline.core.user;

/** The fixed roles (P1). A profile belongs to one of them. */
public enum Role {
    AGENT, AGENT_MANAGER, ADMINISTRATOR, OPERATOR
}
