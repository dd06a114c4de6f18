package eyeline.web.http;

import eyeline.core.page.Versioned;
import eyeline.core.result.Refusal;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Versions as entity tags, so that nobody overwrites what somebody else has changed (RFC 9110, 13.1.1). */
public final class Versions {

    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");
    /** What never is a version: an old tag of ours, or none of ours. */
    private static final long OTHER = -1;

    private Versions() {
    }

    /** The version that {@code If-Match} names; refused with 428 without the header. */
    public static long expected(String ifMatch) {
        if (ifMatch == null) {
            throw new Refused(Problem.of(RefusalReason.IF_MATCH_MISSING));
        }
        var tag = TAG.matcher(ifMatch.strip());
        return tag.matches() ? Long.parseLong(tag.group(1)) : OTHER;
    }

    public static Response ok(Optional<? extends Versioned<? extends Record>> found) {
        return found.map(Versions::shown).orElseGet(() -> Problem.of(RefusalReason.NOT_FOUND));
    }

    /** 201 with the address of what was made, which is that of the list and its id. */
    public static <T extends Record> Response created(Result<Versioned<T>> outcome, UriInfo list, Function<T, String> id) {
        return outcome.fold(made -> Response.fromResponse(shown(made)).status(Response.Status.CREATED)
                .location(list.getAbsolutePathBuilder().path(id.apply(made.value())).build()).build(), Problem::of);
    }

    /** {@code now}: asked for the present one if somebody else was first. */
    public static Response changed(Result<? extends Versioned<? extends Record>> outcome,
            Supplier<? extends Optional<? extends Versioned<? extends Record>>> now) {
        return outcome.fold(Versions::shown, refusal -> refused(refusal, now));
    }

    public static Response deleted(Result<Void> outcome, Supplier<? extends Optional<? extends Versioned<? extends Record>>> now) {
        return outcome.fold(done -> Response.noContent().build(), refusal -> refused(refusal, now));
    }

    private static Response refused(Refusal refusal,
            Supplier<? extends Optional<? extends Versioned<? extends Record>>> now) {
        if (refusal.reason() == RefusalReason.CHANGED_MEANWHILE) {
            var current = now.get();
            if (current.isPresent()) {
                return Response.fromResponse(Problem.changedMeanwhile(RecordJson.of(current.get().value())))
                        .header("ETag", tag(current.get().version())).build();
            }
        }
        return Problem.of(refusal);
    }

    private static Response shown(Versioned<? extends Record> one) {
        return Response.ok(RecordJson.of(one.value()).toString()).header("ETag", tag(one.version()))
                .header("Cache-Control", "no-store").build();
    }

    private static String tag(long version) {
        return '"' + String.valueOf(version) + '"';
    }
}
