package eyeline.operator.look;

/** How something is: as it has to be; worth a look; wrong. */
public enum Colour {
    GREEN(32), YELLOW(33), RED(31);

    private final int ansi;

    Colour(int ansi) {
        this.ansi = ansi;
    }

    int ansi() {
        return ansi;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
