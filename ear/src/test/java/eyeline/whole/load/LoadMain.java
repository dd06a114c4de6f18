package eyeline.whole.load;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A process of its own that loads a server, so that a test that measures does not measure its own load. Arguments: {@code bodies} or
 * {@code floods}, the port, the path, and for floods the consumers' tokens. It does what stands on its input line by line ({@code on}, {@code off}), and answers each
 * with a line; it ends with its input.
 */
final class LoadMain {

    private LoadMain() {
    }

    public static void main(String[] arguments) throws Exception {
        var door = new Door(Integer.parseInt(arguments[1]));
        var tokens = List.of(arguments).subList(3, arguments.length);
        Attack attack = arguments[0].equals("bodies") ? new SlowBodies(door, arguments[2]) : new Floods(door, arguments[2], tokens);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("on")) {
                attack.begin();
                System.out.println("on");
            } else {
                System.out.println(attack.end());
            }
        }
        System.exit(0);
    }
}
