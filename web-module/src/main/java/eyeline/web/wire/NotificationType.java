package eyeline.web.wire;

/** Everything the server says unasked. Only the events' type may contain "MessagingEvent": a client looks for that substring. */
public enum NotificationType {
    CONVERSATIONS("cqm.ExConversationChangeNotification"),
    EVENTS("ms.MessagingEventNotification"),
    ROUTING_TASKS("routing.RoutingTaskNotification"),
    CALL_STATE("call.StateNotification"),
    CALL_SIGNAL("call.SignalNotification"),
    CALL_MEDIA_STATE("call.MediaStateNotification"),
    CALL_QUALITY("call.QualityNotification"),
    CALL_RIGHTS("call.RightsNotification");

    private final String wireName;

    NotificationType(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
