package eyeline.whole.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.Jvm;
import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Scene;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** L2: when a call has ended, nothing of its session is left anywhere. */
@OnTheProduct
class CanaryTest {
    private final Product product;

    CanaryTest(Product product) {
        this.product = product;
    }

    @Test
    void afterTheCallNothingOfItsSessionIsInTheDatabaseTheLogsOrTheHeap() throws IOException {
        var inSdp = "canary-sdp-" + UUID.randomUUID();
        var inCandidate = "canary-candidate-" + UUID.randomUUID();
        try (var scene = Scene.of(product)) {
            var call = scene.accepted(Scene.VIDEO);
            Scene.ok(scene.agent().describes(call, 1, "offer", "v=0\r\ns=" + inSdp + "\r\n"));
            Scene.ok(scene.agent().offersCandidate(call, 2, inCandidate));
            Scene.ok(scene.tab().describes(call, 1, "answer", "v=0\r\ns=" + inSdp + "\r\n"));
            scene.tab().wire().notification("call.SignalNotification", b -> b.toString().contains(inCandidate));
            scene.agent().wire().notification("call.SignalNotification", b -> b.toString().contains(inSdp));
            Scene.ok(scene.agent().joins(call));
            Scene.ok(scene.tab().joins(call));
            scene.tab().call(call, "ACTIVE");
            Scene.ok(scene.agent().ends(call));
            scene.tab().call(call, "ENDED");
            // both sockets go on: nothing of the call may hang on them either; the buffers of the network are used again
            for (int i = 0; i < 20; i++) {
                scene.agent().says(scene.conversation(), "on we go " + i + " " + "x".repeat(4000));
                scene.tab().says(scene.conversation(), "and on " + i + " " + "x".repeat(4000));
            }
            for (var canary : List.of(inSdp, inCandidate)) {
                assertNotInTheDatabase(canary);
                assertNotInTheLogs(canary);
            }
            assertNotInTheHeap(List.of(inSdp, inCandidate), scene.consumer().id());
        }
    }

    private void assertNotInTheDatabase(String canary) {
        var columns = product.owner().query("""
                select table_name, column_name, data_type from information_schema.columns
                where table_schema = 'public' and data_type in ('text', 'bytea', 'character varying', 'json', 'jsonb')""");
        assertTrue(columns.size() > 30);
        for (var column : columns) {
            var name = "\"" + column.get("column_name") + "\"";
            var text = "bytea".equals(column.get("data_type")) ? "encode(" + name + ", 'escape')" : name + "::text";
            assertEquals(0L, product.owner().one("select count(*) from \"" + column.get("table_name") + "\" where position(? in " + text
                    + ") > 0", canary), column.toString());
        }
    }

    private void assertNotInTheLogs(String canary) throws IOException {
        try (var files = Files.walk(product.logFolder())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains(canary), file.toString());
            }
        }
    }

    /** {@code present} is a text that must be found: whoever is connected is known. */
    private void assertNotInTheHeap(List<String> canaries, String present) throws IOException {
        var jvm = Jvm.of(product);
        var dump = Product.target().resolve("heap-after-the-call.hprof");
        Files.deleteIfExists(dump);
        try {
            assertTrue(Memory.in(jvm.heapDump(dump)).has(present), "this search would find nothing");
            for (var canary : canaries) {
                assertFalse(Memory.in(dump).has(canary), canary + " is in the heap");
            }
        } finally {
            Files.deleteIfExists(dump);
        }
    }

    /** A heap dump as bytes: a text stands in it as Latin-1 or as UTF-16 of either order. */
    private record Memory(Path dump) {

        static Memory in(Path dump) {
            return new Memory(dump);
        }

        boolean has(String text) throws IOException {
            return find(text.getBytes(StandardCharsets.ISO_8859_1)) || find(text.getBytes(StandardCharsets.UTF_16LE))
                    || find(text.getBytes(StandardCharsets.UTF_16BE));
        }

        private boolean find(byte[] wanted) throws IOException {
            var buffer = new byte[1 << 20];
            var kept = 0;
            try (var in = Files.newInputStream(dump)) {
                for (int read = in.read(buffer, kept, buffer.length - kept); read > 0;
                        read = in.read(buffer, kept, buffer.length - kept)) {
                    var filled = kept + read;
                    if (indexOf(buffer, filled, wanted)) {
                        return true;
                    }
                    kept = Math.min(wanted.length - 1, filled);
                    System.arraycopy(buffer, filled - kept, buffer, 0, kept);
                }
            }
            return false;
        }

        private static boolean indexOf(byte[] bytes, int length, byte[] wanted) {
            for (int i = 0; i <= length - wanted.length; i++) {
                var j = 0;
                while (j < wanted.length && bytes[i + j] == wanted[j]) {
                    j++;
                }
                if (j == wanted.length) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void theProjectionOfOpenCallsIsWhatTheEventsSay() {
        try (var scene = Scene.of(product)) {
            scene.talks(Scene.VIDEO);
            var projection = "select call_id, account_id, conversation_id, agent_id from open_call order by call_id";
            var before = product.owner().query(projection);
            assertFalse(before.isEmpty());
            product.owner().query("select rebuild_open_call()");
            assertEquals(before, product.owner().query(projection));
        }
    }
}
