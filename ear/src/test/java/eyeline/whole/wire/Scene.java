package eyeline.whole.wire;

import eyeline.whole.Product;
import jakarta.json.JsonObject;

/**
 * A consumer with a window that takes calls, an agent who has taken the consumer's conversation, both listening. Closing the
 * scene closes the conversation, so that no call is left behind for the next test.
 */
public final class Scene implements AutoCloseable {
    public static final String ACCOUNT = "10000001";
    public static final String VIDEO = "VIDEO_CALL";
    public static final String VOICE = "VOICE_CALL";

    private final Product product;
    private final Consumer consumer;
    private final Tab tab;
    private final AgentDesk agent;
    private final String conversation;

    private Scene(Product product, String account, String agentName, String... features) {
        this(product, product.api(), account, agentName, features);
    }

    private Scene(Product product, Api api, String account, String agentName, String... features) {
        this.product = product;
        consumer = Consumer.signsUp(api, account);
        tab = features == null ? consumer.opensTab() : consumer.opensTab(features);
        conversation = tab.begins();
        agent = AgentDesk.opens(api, account, agentName);
        agent.takes(conversation);
    }

    /** With agent1, who may do everything. */
    public static Scene of(Product product) {
        return new Scene(product, ACCOUNT, "agent1", (String[]) null);
    }

    /** The same on the way through something in front of the product. */
    public static Scene through(Product product, Api front) {
        return new Scene(product, front, ACCOUNT, "agent1", (String[]) null);
    }

    public static Scene with(Product product, String agentName) {
        return new Scene(product, ACCOUNT, agentName, (String[]) null);
    }

    /** In an account of a test's own, with one of its agents. */
    public static Scene in(Product product, Brand brand, String agentName) {
        return new Scene(product, brand.account(), agentName, (String[]) null);
    }

    /** With a window that announces just these features. */
    public static Scene withWindow(Product product, String... features) {
        return new Scene(product, ACCOUNT, "agent1", features);
    }

    public Consumer consumer() {
        return consumer;
    }

    public Tab tab() {
        return tab;
    }

    public AgentDesk agent() {
        return agent;
    }

    public String conversation() {
        return conversation;
    }

    public Product product() {
        return product;
    }

    /** The agent invites, and the consumer's tab rings; the result is the call's id. */
    public String rings(String mode) {
        var call = agent.rings(conversation, mode);
        tab.call(call, "INVITED");
        return call;
    }

    /** The consumer has accepted, nobody's media is up yet. */
    public String accepted(String mode) {
        var call = rings(mode);
        ok(tab.accepts(call, mode));
        agent.call(call, "ACCEPTED");
        return call;
    }

    /** Both have joined. */
    public String talks(String mode) {
        var call = accepted(mode);
        ok(agent.joins(call));
        ok(tab.joins(call));
        agent.call(call, "ACTIVE");
        tab.call(call, "ACTIVE");
        return call;
    }

    /** Fails unless the answer is a 200. */
    public static JsonObject ok(JsonObject answer) {
        if (answer.getInt("code") != 200) {
            throw new AssertionError("refused: " + answer);
        }
        return answer;
    }

    @Override
    public void close() {
        try (consumer; agent) {
            if (!agent.wire().isClosed()) {
                agent.wire().ask("cm.UpdateConversationField", Body.of("conversationId", conversation, "conversationField",
                        Body.of("field", "ConversationStateField", "conversationState", "CLOSE")));
            }
        }
    }
}
