package eyeline.web.gateway;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** The agents' door; the filter has checked the bearer before the upgrade. Holds nothing: everything of a socket is in its link. */
@ServerEndpoint("/ws_api/account/{account}/messaging/brand/{bearer}")
public class AgentEndpoint {

    @Inject
    Gateway gateway;

    @OnOpen
    public void open(Session session) {
        gateway.opened(session);
    }

    /** In parts: a handler of whole messages takes them of any size. */
    @OnMessage
    public void text(String part, boolean last, Session session) {
        gateway.text(session, part, last);
    }

    @OnMessage
    public void binary(byte[] part, boolean last, Session session) {
        gateway.binary(session);
    }

    @OnMessage
    public void pong(PongMessage sign, Session session) {
        gateway.alive(session);
    }

    @OnClose
    public void close(Session session, CloseReason reason) {
        gateway.closed(session, reason.getCloseCode().getCode());
    }

    @OnError
    public void error(Session session, Throwable failure) {
        gateway.failed(session, failure);
    }
}
