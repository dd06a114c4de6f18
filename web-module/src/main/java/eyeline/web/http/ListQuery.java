package eyeline.web.http;

import eyeline.core.json.Json;
import eyeline.core.page.Page;
import eyeline.core.page.PageKey;
import eyeline.core.page.PageRequest;
import eyeline.core.page.Versioned;
import eyeline.web.wire.StrictJson;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The query of a list: {@code limit}, {@code cursor}, {@code sort}, {@code q}; a {@code @BeanParam}. */
public class ListQuery {

    private static final int MOST = 100;
    private static final int CURSOR = 2_000;
    private static final int PART = 100;

    @QueryParam("limit")
    @DefaultValue("50")
    String limit;
    @QueryParam("cursor")
    String cursor;
    @QueryParam("sort")
    @DefaultValue("name")
    String sort;
    @QueryParam("q")
    String part;

    /** Refused with the name of the parameter that is wrong. */
    public PageRequest page() {
        if (!sort.equals("name") && !sort.equals("-name")) {
            throw refused("sort", "sort is name or -name.");
        }
        if (part != null && part.length() > PART) {
            throw refused("q", "q has more than " + PART + " characters.");
        }
        return new PageRequest(limit(), Optional.ofNullable(cursor).map(this::key), sort.startsWith("-"),
                Optional.ofNullable(part).map(String::strip).filter(text -> !text.isEmpty()));
    }

    /** How many to show, from 1 to 100. */
    private int limit() {
        if (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            throw refused("limit", "limit is a number from 1 to " + MOST + ".");
        }
        return Integer.parseInt(limit);
    }

    /** The cursor as the text that {@link #cursor} was made of, if there is one. */
    public Optional<PageKey> after() {
        return Optional.ofNullable(cursor).map(this::key);
    }

    public static Response answer(Page<? extends Versioned<? extends Record>> page) {
        var items = Json.createArrayBuilder();
        page.items().forEach(item -> items.add(RecordJson.of(item.value())));
        var body = Json.createObjectBuilder().add("items", items).add("total", page.total());
        page.next().ifPresent(key -> body.add("next", cursor(key)));
        return Response.ok(body.build().toString()).header("Cache-Control", "no-store").build();
    }

    /** Where the next page begins, as clients hand it back. */
    public static String cursor(PageKey key) {
        var json = Json.createObjectBuilder().add("n", key.name()).add("i", key.id()).build().toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private PageKey key(String text) {
        try {
            if (text.length() > CURSOR) {
                throw new IllegalArgumentException("too long");
            }
            var json = StrictJson.read(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)).orElseThrow(
                    () -> new IllegalArgumentException("not ours"));
            return new PageKey(json.getString("n"), json.getString("i"));
        } catch (IllegalArgumentException | NullPointerException | ClassCastException notOurs) {
            throw refused("cursor", "cursor is not one of ours.");
        }
    }

    private static Refused refused(String field, String sentence) {
        return new Refused(Problem.malformed(field, sentence));
    }
}
