package eyeline.core.relay;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * The names under which a relay knows people. coturn counts its {@code user-quota} by the name without its time, for as long as an
 * allocation is kept up, so how many names can be had is what bounds a relay. A participant of an accepted call has one for all calls.
 * Without a call there are {@link #CHECKS} for the whole relay, of all its accounts together, and no number of identities gets another
 * one: with 60 allocations a name they are 540, less than a tenth of the relay (docs/operations/relay.md).
 */
final class RelayNames {
    /** Of consumers' checks, by the address: everybody may become a consumer, as often as they like. */
    static final int CONSUMER_CHECKS = 6;
    /** Of checks by those who work here, by the person: apart, so that no stranger keeps them from checking. */
    static final int MEMBER_CHECKS = 3;
    static final int CHECKS = CONSUMER_CHECKS + MEMBER_CHECKS;
    /** Characters of a name: 72 bits. */
    private static final int LENGTH = 12;

    private RelayNames() {
    }

    /** Of a participant of an accepted call. */
    static String ofParticipant(String personId) {
        return name(personId);
    }

    static String ofCheckByConsumer(String address) {
        return name("check by a consumer " + oneOf(CONSUMER_CHECKS, address));
    }

    static String ofCheckByMember(String personId) {
        return name("check by a member " + oneOf(MEMBER_CHECKS, personId));
    }

    private static int oneOf(int names, String by) {
        return Math.floorMod(ByteBuffer.wrap(Hmac.sha1("check", by)).getInt(), names);
    }

    private static String name(String text) {
        return Base64.getUrlEncoder().encodeToString(Hmac.sha1("participant", text)).substring(0, LENGTH);
    }
}
