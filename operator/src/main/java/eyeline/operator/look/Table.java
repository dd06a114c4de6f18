package eyeline.operator.look;

import eyeline.operator.Answer;
import eyeline.operator.DatabaseTrouble;
import eyeline.operator.Eyeline;
import eyeline.operator.StartRefused;
import jakarta.json.Json;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Rows of green, yellow and red. Every look is for itself: one that throws is a red row, and the others go on. */
public final class Table {
    private final Answer answer;
    private final Optional<PrintStream> traces;
    private final List<Row> rows = new ArrayList<>();

    /** {@code traces}: where to write why a look threw, if anybody wants to know. */
    public Table(Answer answer, Optional<PrintStream> traces) {
        this.answer = answer;
        this.traces = traces;
    }

    /** Something to look at. */
    public interface Look {
        List<Row> look() throws Exception;
    }

    /** Looks, and shows what was found at once. {@code what}: the row's name if it throws. */
    public Table add(String what, Look look) {
        List<Row> found = found(what, look);
        found.forEach(row -> Layout.lines(row, answer::coloured).forEach(answer::show));
        rows.addAll(found);
        return this;
    }

    /** The exit code: 1 if any row is red. */
    public int end() {
        var json = Json.createArrayBuilder();
        rows.forEach(row -> json.add(Json.createObjectBuilder().add("colour", row.colour().word()).add("what", row.what())
                .add("found", row.found()).add("toDo", row.toDo())));
        answer.fact("rows", json.build());
        answer.fact("green", count(Colour.GREEN)).fact("yellow", count(Colour.YELLOW)).fact("red", count(Colour.RED));
        answer.say(count(Colour.GREEN) + " green, " + count(Colour.YELLOW) + " yellow, " + count(Colour.RED) + " red.");
        return count(Colour.RED) == 0 ? Eyeline.DONE : Eyeline.FAILED;
    }

    private int count(Colour colour) {
        return (int) rows.stream().filter(row -> row.colour() == colour).count();
    }

    private List<Row> found(String what, Look look) {
        try {
            return look.look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Row.red(what, "Interrupted.", ""));
        } catch (Exception e) {
            traces.ifPresent(e::printStackTrace);
            return List.of(Row.red(what, words(e), ""));
        }
    }

    private static String words(Exception e) {
        if (e instanceof HttpTimeoutException || e instanceof SocketTimeoutException) {
            return "No answer in time.";
        }
        if (e instanceof ConnectException || e instanceof UnknownHostException) {
            return "Nothing answers there.";
        }
        if (e instanceof SSLException) {
            return "No TLS that this machine trusts.";
        }
        return e instanceof StartRefused ? e.getMessage() : DatabaseTrouble.in(e).map(StartRefused::getMessage)
                .orElse("It could not be looked at: " + e.getClass().getSimpleName() + (e.getMessage() == null ? "." : ": " + e.getMessage()));
    }
}
