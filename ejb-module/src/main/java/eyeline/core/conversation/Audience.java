package eyeline.core.conversation;

/** Who sees an event: everybody, or only the agent's side. */
public enum Audience {
    ALL, AGENTS_AND_MANAGERS
}
