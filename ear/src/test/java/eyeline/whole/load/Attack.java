package eyeline.whole.load;

import java.io.IOException;

/** What anonymous people do to a server, for as long as it is on. */
interface Attack {

    /** Begins, and returns when all of it is there. */
    void begin() throws IOException;

    /** Ends; what it came to, in one line. */
    String end() throws IOException;
}
