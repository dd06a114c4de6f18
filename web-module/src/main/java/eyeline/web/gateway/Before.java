package eyeline.web.gateway;

import eyeline.web.wire.RequestType;

/** What happens to a request on a socket of which nobody knows yet whose it is (protocol.md, 2.2). */
enum Before {
    IDENTIFIES, TELLS_THE_TIME, REFUSED;

    static Before of(RequestType type) {
        return switch (type) {
            case INIT_CONNECTION -> IDENTIFIES;
            case GET_CLOCK -> TELLS_THE_TIME;
            case KEEP_ALIVE, SUBSCRIBE_CONVERSATIONS, UNSUBSCRIBE_CONVERSATIONS, REQUEST_CONVERSATION, UPDATE_CONVERSATION,
                    SUBSCRIBE_EVENTS, QUERY_MESSAGES, PUBLISH_EVENT, GENERATE_UPLOAD_URL, GENERATE_DOWNLOAD_URL, GENERATE_UPLOAD_TOKEN,
                    SET_PROFILE, GET_PROFILE, SET_AGENT_STATE, SUBSCRIBE_ROUTING_TASKS, MORE_ROUTING_TASKS, UPDATE_RING_STATE, CALL_SUBSCRIBE,
                    CALL_INVITE, CALL_PREPARE, CALL_CANCEL, CALL_ACCEPT, CALL_DECLINE, CALL_JOIN, CALL_CHANGE_MODE, CALL_SIGNAL, CALL_SET_MEDIA_STATE, CALL_REPORT_QUALITY,
                    CALL_END, CALL_FAIL, CALL_RESUME, CALL_GET_CONNECTION, CALL_ASK -> REFUSED;
        };
    }
}
