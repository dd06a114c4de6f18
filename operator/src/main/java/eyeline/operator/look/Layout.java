package eyeline.operator.look;

import eyeline.operator.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A row as lines of 80 columns: colour, what, and beside it what was found and what to do. */
final class Layout {
    private static final int COLOUR = 8;
    private static final int WHAT = 22;
    private static final int REST = Answer.WIDTH - COLOUR - WHAT;

    private Layout() {
    }

    static List<String> lines(Row row, BiFunction<Integer, String, String> paint) {
        List<String> rest = new ArrayList<>(wrapped(row.found(), REST));
        if (!row.toDo().isEmpty()) {
            wrapped(row.toDo(), REST - 3).forEach(line -> rest.add("   " + line));
            int first = rest.size() - wrapped(row.toDo(), REST - 3).size();
            rest.set(first, "->" + rest.get(first).substring(2));
        }
        List<String> names = wrapped(row.what(), WHAT - 2);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(rest.size(), names.size()); i++) {
            String colour = i == 0 ? paint.apply(row.colour().ansi(), row.colour().word()) + " ".repeat(COLOUR - row.colour().word().length()) : " ".repeat(COLOUR);
            String name = i < names.size() ? names.get(i) : "";
            lines.add((colour + name + " ".repeat(WHAT - name.length()) + (i < rest.size() ? rest.get(i) : "")).stripTrailing());
        }
        return lines;
    }

    /** At blanks; a word that is longer than a line is cut. */
    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            String left = word;
            if (line.length() > 0 && line.length() + 1 + left.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (left.length() > width) {
                lines.add(left.substring(0, width));
                left = left.substring(width);
            }
            line.append(line.length() == 0 ? "" : " ").append(left);
        }
        lines.add(line.toString());
        return lines;
    }
}
