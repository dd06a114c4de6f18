package eyeline.core.conversation;

/** Where a conversation takes place. Calls exist on {@link #WEB_MESSAGING} alone (V2). */
public enum Channel {
    WEB_MESSAGING, LIVE_CHAT, SMS, WHATSAPP, FACEBOOK, OTHER
}
