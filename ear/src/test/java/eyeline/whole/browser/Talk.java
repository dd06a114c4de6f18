package eyeline.whole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** An agent and a consumer who have found each other in two browsers. */
record Talk(Screens screens, AgentPage agent, ShopPage consumer) {
    /** The call that was invited to last: those of tests before this one may end at any time. */
    static final String NEWEST = "call_id = (select call_id from call_event where type = 'INVITED' order by at desc limit 1)";

    /** The consumer writes from the shop, agent1 takes the conversation and answers. */
    static Talk begins(Screens screens) {
        return begins(screens, screens.agent("agent1"), screens.consumer());
    }

    static Talk begins(Screens screens, AgentPage agent, ShopPage consumer) {
        consumer.writes("Is the Fenwick sofa in stock?");
        agent.takesWhoWaits();
        agent.reads("Is the Fenwick sofa in stock?");
        agent.writes("It is. Shall I show it to you?");
        consumer.reads("It is. Shall I show it to you?");
        return new Talk(screens, agent, consumer);
    }

    void isInvitedTo(String call) {
        agent.invitesTo(call);
        consumer.isInvited();
    }

    /** A video call in which both see and hear each other. */
    void sees() {
        isInvitedTo("Video call");
        consumer.presses("Accept with video");
        consumer.media().flows();
        agent.media().flows();
    }

    /** Both sides show the end. */
    void isOver() {
        assertThat(agent.button("Hang up")).isHidden();
        assertThat(consumer.button("Hang up")).isHidden();
    }

    /** From the second join to the end, as the event log has it. */
    double secondsSinceBothJoined() {
        return ((Number) screens.product().owner().query("select extract(epoch from max(at) filter (where type = 'ENDED') "
                + "- max(at) filter (where type like '%_JOINED')) as seconds from call_event where " + NEWEST).get(0).get("seconds")).doubleValue();
    }

    /** A column of the end of the newest call in the event log. */
    Object lastEnd(String column) {
        return screens.product().owner().query("select * from call_event where type = 'ENDED' and " + NEWEST).get(0).get(column);
    }
}
