package eyeline.core.account;

import eyeline.store.account.AccountRow;
import eyeline.store.account.AccountStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The accounts of this installation. */
@Stateless
public class Accounts {
    @Inject
    AccountStore store;

    /** The account, if there is one and it is enabled. */
    public Optional<Account> find(AccountId id) {
        return store.find(id.value()).filter(row -> row.enabled).map(Accounts::account);
    }

    /** How much may be written in a conversation of this account, which exists. */
    public WritingLimits writing(AccountId id) {
        var set = store.writing(id.value()).orElseThrow();
        return new WritingLimits(set.messagesPerMinute(), set.conversationMessages(), set.conversationMegabytes());
    }

    /** The account's texts in a language: its own, or else the defaults in it, or else those in English. */
    public Wording wording(AccountId id, String language) {
        var own = Wording.defaults(language);
        return store.find(id.value()).map(row -> {
            row.texts.stream().filter(text -> text.language.equals(own.language()))
                    .forEach(text -> CallText.of(text.key).ifPresent(key -> own.texts().put(key, text.text)));
            return own;
        }).orElse(own);
    }

    /** The texts in the language that the account's transcripts are written in. */
    public Wording wording(AccountId id) {
        return wording(id, store.find(id.value()).map(row -> row.language).orElse(Wording.FALLBACK));
    }

    /** The language of an account that comes nearest to what somebody reads: "de-AT" gets "de" if nothing else is there. */
    public String language(AccountId id, String wanted) {
        var row = store.find(id.value());
        var offered = Stream.concat(row.stream().flatMap(r -> r.texts.stream().map(text -> text.language)), Wording.LANGUAGES.stream()).toList();
        return LanguageLookup.nearest(wanted, offered).or(() -> row.map(r -> r.language)).orElse(Wording.FALLBACK);
    }

    private static Account account(AccountRow row) {
        return new Account(new AccountId(row.accountId), row.name, row.anonymousSignUp, row.voice, row.video, row.voiceAllowed,
                row.videoAllowed, row.agentCameraOff, row.consumerCameraOff, row.relayOnly,
                row.iceServers.stream().map(Accounts::iceServer).toList(), Duration.ofSeconds(row.credentialSeconds),
                row.bitrateKbps, row.voiceBitrateKbps, Duration.ofSeconds(row.invitationSeconds), row.callsPerAgent,
                row.consumerMayAsk, row.language, Set.copyOf(row.origins));
    }

    private static IceServer iceServer(AccountRow.IceServer row) {
        return new IceServer(row.url, IceServer.Credential.valueOf(row.credential), Optional.ofNullable(row.username),
                Optional.ofNullable(row.secret));
    }
}
