package eyeline.web.wire;

/** What the server says on a socket: an answer or a notification. */
public sealed interface ServerMessage permits Response, Notification {

    /** As it goes over the wire. */
    String text();
}
