package eyeline.operator.look;

/** One thing that was looked at, what was found, and what to do about it (empty where nothing is to be done). Never a secret. */
public record Row(Colour colour, String what, String found, String toDo) {

    public static Row green(String what, String found) {
        return new Row(Colour.GREEN, what, found, "");
    }

    public static Row yellow(String what, String found, String toDo) {
        return new Row(Colour.YELLOW, what, found, toDo);
    }

    public static Row red(String what, String found, String toDo) {
        return new Row(Colour.RED, what, found, toDo);
    }
}
