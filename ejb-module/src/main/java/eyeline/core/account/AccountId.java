package eyeline.core.account;

/** A brand's id: 1 to 32 letters and digits, as it stands in every address of the documented API. */
public record AccountId(String value) {
    public AccountId {
        if (!value.matches("[0-9A-Za-z]{1,32}")) {
            throw new IllegalArgumentException("not an account id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
