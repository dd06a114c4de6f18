package eyeline.whole.people;

import static eyeline.whole.people.Field.Kind.BOOLEAN;
import static eyeline.whole.people.Field.Kind.LIST;
import static eyeline.whole.people.Field.Kind.OBJECT;
import static eyeline.whole.people.Field.Trait.ENTRY;
import static eyeline.whole.people.Field.Trait.OPTIONAL;
import static eyeline.whole.people.Field.Trait.SECRET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eyeline.whole.OnTheProduct;
import eyeline.whole.Product;
import eyeline.whole.wire.Administrator;
import eyeline.whole.wire.Administrator.Answer;
import eyeline.whole.wire.AgentDesk;
import eyeline.whole.wire.Body;
import eyeline.whole.wire.Brand;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every field that can be written, with everything that it cannot be: refused with its name, or kept as plain text, and nothing half. */
@OnTheProduct
class FieldEdgesTest {
    private final Brand brand;

    FieldEdgesTest(Product product) {
        brand = new Brand(product);
    }

    /** Something that is there and can be replaced. */
    private record Resource(String path, Administrator who, List<Field> fields) {

        Answer now() {
            return who.get(path);
        }
    }

    private static Field yesNo(String pointer) {
        return Field.of(BOOLEAN, pointer);
    }

    private Resource user() {
        var skill = Brand.made(brand.admin().post(brand.configuration("le-users/skills"), Body.of("name", "Repairs"))).getString("id");
        var id = brand.user("agent", "AGENT");
        Brand.made(brand.admin().change(brand.configuration("le-users/users/") + id, Body.of("skillIds", List.of(skill))));
        return new Resource(brand.configuration("le-users/users/") + id, brand.admin(), List.of(Field.text("/loginName", 100),
                Field.text("/fullName", 100), yesNo("/isEnabled"), Field.of(LIST, "/profileIds"), Field.form("/profileIds/0", 36, ENTRY),
                Field.of(LIST, "/skillIds"), Field.form("/skillIds/0", 32, ENTRY), Field.text("/password", 512, OPTIONAL, SECRET)));
    }

    private Resource profile() {
        return new Resource(brand.configuration("le-users/profiles/") + brand.profile("AGENT"), brand.admin(), List.of(
                Field.form("/role", 20), Field.text("/name", 100), Field.of(LIST, "/permissions"), Field.form("/permissions/0", 40, ENTRY)));
    }

    private Resource skill() {
        var made = Brand.made(brand.admin().post(brand.configuration("le-users/skills"), Body.of("id", "sales", "name", "Sales")));
        return new Resource(brand.configuration("le-users/skills/") + made.getString("id"), brand.admin(),
                List.of(Field.text("/name", 100), Field.form("/id", 32, OPTIONAL)));
    }

    private Resource account() {
        return new Resource(brand.operators(), brand.operator(),
                List.of(Field.text("/name", 100), yesNo("/isEnabled"), yesNo("/voiceAllowed"), yesNo("/videoAllowed")));
    }

    private Resource settings() {
        var path = brand.configuration("calls");
        Brand.made(brand.admin().change(path, Body.json("{'iceServers':[{'url':'turn:turn.example.org','credential':'FIXED','username':'u','secret':'s'}],"
                + "'origins':['https://www.example.org'],'texts':{'de':{'DECLINED':'Nein'}},'tracker':{'kind':'MATOMO','id':'7'}}")));
        var fields = new ArrayList<>(Stream.of("voice", "video", "agentCameraOff", "consumerCameraOff", "relayOnly", "consumerMayAsk",
                "anonymousSignUp").map(name -> yesNo("/" + name)).toList());
        fields.addAll(List.of(Field.integer("/credentialSeconds", 120, 300), Field.integer("/retentionDays", 0, 3_650), Field.integer("/messagesPerMinute", 10, 600),
                Field.integer("/conversationMessages", 100, 100_000), Field.integer("/conversationMegabytes", 1, 1_000), Field.integer("/bitrateKbps", 200, 10_000),
                Field.integer("/voiceBitrateKbps", 16, 256), Field.integer("/invitationSeconds", 5, 600), Field.integer("/callsPerAgent", 1, 10),
                Field.of(LIST, "/iceServers"), Field.of(OBJECT, "/iceServers/0", ENTRY), Field.form("/iceServers/0/url", 300),
                Field.form("/iceServers/0/credential", 20), Field.text("/iceServers/0/username", 200),
                Field.text("/iceServers/0/secret", 500, OPTIONAL, SECRET), Field.of(LIST, "/origins"), Field.form("/origins/0", 300, ENTRY),
                Field.form("/language", 10), Field.of(OBJECT, "/texts"), Field.of(OBJECT, "/texts/de", ENTRY),
                Field.text("/texts/de/DECLINED", 500, ENTRY), Field.of(OBJECT, "/tracker"), Field.form("/tracker/kind", 20),
                Field.form("/tracker/id", 100)));
        return new Resource(path, brand.admin(), fields);
    }

    @TestFactory
    List<DynamicTest> whatCannotBeIsRefusedWithTheFieldsNameAndChangesNothing() {
        var tests = new ArrayList<DynamicTest>();
        for (var resource : List.of(user(), profile(), skill(), account(), settings())) {
            resource.fields().forEach(field -> tests.add(DynamicTest.dynamicTest(resource.path() + " " + field.name(),
                    () -> assertEquals(List.of(), wronglyTaken(resource, field)))));
        }
        assertTrue(tests.size() > 40, "only " + tests.size());
        return tests;
    }

    private static List<String> wronglyTaken(Resource resource, Field field) {
        var before = resource.now();
        var wrong = new ArrayList<String>();
        field.impossible(before.body()).forEach((what, body) -> {
            var answer = resource.who().put(resource.path(), before.etag().orElseThrow(), body);
            if (answer.status() != 400 || !field.blamed(answer.fields())) {
                wrong.add(what + ": " + answer.status() + " " + answer.response().body());
            }
        });
        var after = resource.now();
        assertEquals(before.body(), after.body());
        assertEquals(before.etag(), after.etag());
        return wrong;
    }

    @TestFactory
    List<DynamicTest> textIsKeptByteForByte() {
        var tests = new ArrayList<DynamicTest>();
        for (var resource : List.of(user(), profile(), skill(), account(), settings())) {
            resource.fields().stream().filter(f -> f.kind() == Field.Kind.TEXT && !f.is(SECRET)).forEach(field -> tests.add(
                    DynamicTest.dynamicTest(resource.path() + " " + field.name(), () -> kept(resource, field))));
        }
        return tests;
    }

    private static void kept(Resource resource, Field field) {
        var texts = new ArrayList<>(Field.HOSTILE);
        texts.removeIf(text -> text.isBlank() || text.equals("\u00A0") || field.pointer().startsWith("/texts") && text.contains("{"));
        texts.add("x".repeat(field.most()));
        for (var text : texts) {
            var now = resource.now();
            var put = resource.who().put(resource.path(), now.etag().orElseThrow(), field.with(now.body(), Body.value(text)));
            assertEquals(200, put.status(), put.response().body());
            assertEquals(text, ((JsonString) Json.createPointer(field.pointer()).getValue(resource.now().body())).getString());
        }
    }

    @Test
    void anAccountIsOpenedWholeOrNotAtAll() {
        var accounts = "/api/operator/accounts";
        var good = Body.of("id", "a" + UUID.randomUUID().toString().replace("-", "").substring(0, 20), "name", "Brand " + UUID.randomUUID(),
                "isEnabled", true, "voiceAllowed", true, "videoAllowed", true, "administrator",
                Body.of("loginName", "a", "fullName", "A", "password", AgentDesk.PASSWORD));
        var before = brand.operator().get(accounts).body().getInt("total");
        var fields = List.of(Field.form("/id", 32, OPTIONAL), Field.text("/name", 100), Field.of(OBJECT, "/administrator", OPTIONAL),
                Field.of(BOOLEAN, "/isEnabled", OPTIONAL), Field.of(BOOLEAN, "/voiceAllowed", OPTIONAL), Field.of(BOOLEAN, "/videoAllowed", OPTIONAL),
                Field.text("/administrator/loginName", 100), Field.text("/administrator/fullName", 100),
                Field.text("/administrator/password", 512));
        for (var field : fields) {
            field.impossible(good).forEach((what, body) -> {
                var answer = brand.operator().post(accounts, body);
                assertTrue(answer.status() == 400 && field.blamed(answer.fields()), field.name() + " " + what + " " + answer.response().body());
            });
        }
        assertEquals(before, brand.operator().get(accounts).body().getInt("total"));
        assertEquals(201, brand.operator().post(accounts, good).status());
    }

    @Test
    void theOwnPartOfTheRecordHasNothingOfWhatWasRefused() {
        var changes = brand.configuration("changes");
        var resource = user();
        var before = brand.admin().get(changes).body().getInt("total");
        resource.fields().forEach(field -> assertEquals(List.of(), wronglyTaken(resource, field)));
        assertEquals(before, brand.admin().get(changes).body().getInt("total"));
    }

    @Test
    void anUnknownMemberIsRefusedEverywhere() {
        for (var resource : List.of(user(), profile(), skill(), account(), settings())) {
            var now = resource.now();
            for (var unknown : List.of("isRoot", "__proto__", "accountId", "version", "<b>")) {
                JsonObject body = Json.createObjectBuilder(now.body()).add(unknown, true).build();
                var answer = resource.who().put(resource.path(), now.etag().orElseThrow(), body);
                assertEquals("400 " + unknown, answer.status() + " " + answer.fields());
            }
            assertEquals(now.etag(), resource.now().etag());
        }
    }
}
