package eyeline.whole.wire;

import eyeline.whole.Product;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** An account of a test's own, made by the operator: with an administrator who changes it and an agent to feel that. */
public final class Brand {
    private static final String OPERATORS = "0";
    /** The operator's log-in at each product: one is enough, and a password takes its time. */
    private static final Map<Api, Administrator> OPERATOR = new ConcurrentHashMap<>();

    private final Product product;
    private final Administrator operator;
    private final String account;
    private final Administrator admin;

    public Brand(Product product) {
        this.product = product;
        operator = OPERATOR.computeIfAbsent(product.api(), api -> Administrator.logIn(api, OPERATORS, "operator1", AgentDesk.PASSWORD));
        account = made(operator.post("/api/operator/accounts", Body.of("name", "Brand " + UUID.randomUUID(), "administrator",
                Body.of("loginName", "first", "fullName", "First One", "password", AgentDesk.PASSWORD)))).getString("id");
        admin = Administrator.logIn(product.api(), account, "first", AgentDesk.PASSWORD);
    }

    public String account() {
        return account;
    }

    public Administrator admin() {
        return admin;
    }

    public Administrator operator() {
        return operator;
    }

    public String operators() {
        return "/api/operator/accounts/" + account;
    }

    public String configuration(String rest) {
        return "/api/account/" + account + "/configuration/" + rest;
    }

    /** The id of the profile that a new account has for this role. */
    public String profile(String role) {
        return admin.get(configuration("le-users/profiles")).body().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(p -> role.equals(p.getString("role"))).findFirst().orElseThrow().getString("id");
    }

    /** A new user with the profiles of these roles; the answer is the user's id. */
    public String user(String name, String... roles) {
        return made(admin.post(configuration("le-users/users"), Body.of("loginName", name, "fullName", "Some " + name, "isEnabled", true,
                "password", AgentDesk.PASSWORD, "profileIds", List.of(roles).stream().map(this::profile).toList(),
                "skillIds", List.of()))).getString("id");
    }

    public AgentDesk desk(String user) {
        return AgentDesk.opens(product.api(), account, user);
    }

    public static JsonObject made(Administrator.Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new AssertionError(answer.status() + " " + answer.response().body());
        }
        return answer.body();
    }
}
