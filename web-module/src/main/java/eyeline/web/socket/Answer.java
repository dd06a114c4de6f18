package eyeline.web.socket;

import eyeline.web.wire.Notification;
import eyeline.web.wire.Response;
import java.util.List;
import java.util.Optional;

/**
 * What a request came to: its one response, the notifications that must follow it at once (a snapshot, a replay), and the
 * end of the socket if the response was the last word.
 */
public record Answer(Response response, List<Notification> followers, Optional<Ending> ending) {

    public static Answer of(Response response) {
        return new Answer(response, List.of(), Optional.empty());
    }

    public static Answer of(Response response, List<Notification> followers) {
        return new Answer(response, List.copyOf(followers), Optional.empty());
    }

    public static Answer of(Response response, Optional<Ending> ending) {
        return new Answer(response, List.of(), ending);
    }
}
