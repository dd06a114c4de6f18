package eyeline.whole.deployed.foreign;

import jakarta.ejb.Stateless;

/** Fails, so that its stack trace can be looked for in the log. */
@Stateless
public class ForeignBean {
    public static final String WORDS = "the other application's own trouble";

    public void breaks() {
        throw new IllegalStateException(WORDS);
    }
}
