package eyeline.core.account;

import eyeline.core.change.Actor;
import eyeline.core.change.ChangeAction;
import eyeline.core.change.ChangeSubject;
import eyeline.core.change.Changes;
import eyeline.core.page.Versioned;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.store.account.AccountRow;
import eyeline.store.account.AccountStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The call settings of an account (S). A change holds for the next call; every one is written down (P5). */
@Stateless
public class AccountSettings {
    @Inject
    AccountStore store;
    @Inject
    Changes changes;

    public Optional<Versioned<CallSettings>> find(AccountId id) {
        return store.find(id.value()).map(AccountSettings::versioned);
    }

    /**
     * Replaces all of them, but for what is the operator's. A server without a secret keeps that of the one with the same
     * address and kind of credential. MALFORMED with the field to blame; CHANGED_MEANWHILE for an old version.
     */
    public Result<Versioned<CallSettings>> replace(AccountId id, Actor by, long version, CallSettings sent) {
        var found = store.lock(id.value()) ? store.find(id.value()) : Optional.<AccountRow>empty();
        if (found.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var row = found.get();
        if (row.version != version) {
            return Result.refused(RefusalReason.CHANGED_MEANWHILE);
        }
        var servers = sent.iceServers().stream().map(server -> withSecret(server, row)).toList();
        var settings = withServers(sent, servers);
        var no = SettingsCheck.objection(settings);
        if (no.isPresent()) {
            return Result.refused(no.get());
        }
        var before = versioned(row).value().json();
        fill(row, settings);
        store.flush();
        changes.note(id.value(), by, ChangeAction.CHANGED, ChangeSubject.SETTINGS, id.value(), row.name, before,
                versioned(row).value().json());
        return Result.done(versioned(row));
    }

    /**
     * A server as it would be saved, with the secret that is known of it, for a test of it; MALFORMED with the member of
     * {@code iceServer} to blame.
     */
    public Result<IceServer> server(AccountId id, CallSettings.Server sent) {
        var row = store.find(id.value());
        if (row.isEmpty()) {
            return Result.refused(RefusalReason.NOT_FOUND);
        }
        var server = withSecret(sent, row.get());
        return SettingsCheck.server(server, "iceServer").map(Result::<IceServer>refused).orElseGet(() -> Result.done(
                new IceServer(server.url(), server.credential(), server.username(), server.secret())));
    }

    /** The tracker of an account. */
    public CallSettings.Tracker tracker(AccountId id) {
        return find(id).map(settings -> settings.value().tracker())
                .orElse(new CallSettings.Tracker(TrackerKind.NONE, Optional.empty()));
    }

    private static CallSettings.Server withSecret(CallSettings.Server server, AccountRow row) {
        var secret = server.credential() == IceServer.Credential.NONE ? server.secret() : server.secret().or(() -> row.iceServers.stream()
                .filter(known -> known.url.equals(server.url()) && known.credential.equals(server.credential().name()))
                .map(known -> known.secret).findFirst());
        return new CallSettings.Server(server.url(), server.credential(), server.username(), secret, Optional.empty());
    }

    private static CallSettings withServers(CallSettings s, List<CallSettings.Server> servers) {
        return new CallSettings(s.voice(), s.video(), s.voiceAllowed(), s.videoAllowed(), s.agentCameraOff(), s.consumerCameraOff(),
                s.relayOnly(), servers, s.credentialSeconds(), s.bitrateKbps(), s.voiceBitrateKbps(), s.invitationSeconds(),
                s.callsPerAgent(), s.origins(), s.consumerMayAsk(), s.retentionDays(), s.messagesPerMinute(),
                s.conversationMessages(), s.conversationMegabytes(), s.anonymousSignUp(), s.language(), s.texts(), s.tracker());
    }

    private static void fill(AccountRow row, CallSettings settings) {
        row.voice = settings.voice();
        row.video = settings.video();
        row.agentCameraOff = settings.agentCameraOff();
        row.consumerCameraOff = settings.consumerCameraOff();
        row.relayOnly = settings.relayOnly();
        row.credentialSeconds = settings.credentialSeconds();
        row.bitrateKbps = settings.bitrateKbps();
        row.voiceBitrateKbps = settings.voiceBitrateKbps();
        row.invitationSeconds = settings.invitationSeconds();
        row.callsPerAgent = settings.callsPerAgent();
        row.consumerMayAsk = settings.consumerMayAsk();
        row.retentionDays = settings.retentionDays();
        row.messagesPerMinute = settings.messagesPerMinute();
        row.conversationMessages = settings.conversationMessages();
        row.conversationMegabytes = settings.conversationMegabytes();
        row.anonymousSignUp = settings.anonymousSignUp();
        row.language = settings.language();
        row.tracker = settings.tracker().kind().name();
        row.trackerId = settings.tracker().id().orElse(null);
        row.iceServers.clear();
        settings.iceServers().stream().map(AccountSettings::row).forEach(row.iceServers::add);
        row.origins.retainAll(settings.origins());
        row.origins.addAll(settings.origins());
        var texts = new HashSet<AccountRow.Text>();
        settings.texts().forEach((language, own) -> own.forEach((key, text) -> texts.add(new AccountRow.Text(language, key, text))));
        row.texts.retainAll(texts);
        row.texts.addAll(texts);
    }

    private static AccountRow.IceServer row(CallSettings.Server server) {
        var row = new AccountRow.IceServer();
        row.url = server.url();
        row.credential = server.credential().name();
        row.username = server.username().orElse(null);
        row.secret = server.secret().orElse(null);
        return row;
    }

    private static Versioned<CallSettings> versioned(AccountRow row) {
        var texts = new TreeMap<String, Map<String, String>>();
        row.texts.forEach(text -> texts.computeIfAbsent(text.language, l -> new TreeMap<>()).put(text.key, text.text));
        return new Versioned<>(new CallSettings(row.voice, row.video, row.voiceAllowed, row.videoAllowed, row.agentCameraOff,
                row.consumerCameraOff, row.relayOnly, row.iceServers.stream().map(AccountSettings::shown).toList(), row.credentialSeconds,
                row.bitrateKbps, row.voiceBitrateKbps, row.invitationSeconds, row.callsPerAgent,
                row.origins.stream().sorted().toList(), row.consumerMayAsk, row.retentionDays, row.messagesPerMinute,
                row.conversationMessages, row.conversationMegabytes, row.anonymousSignUp, row.language, texts,
                new CallSettings.Tracker(TrackerKind.valueOf(row.tracker), Optional.ofNullable(row.trackerId))), row.version);
    }

    private static CallSettings.Server shown(AccountRow.IceServer row) {
        return new CallSettings.Server(row.url, IceServer.Credential.valueOf(row.credential), Optional.ofNullable(row.username),
                Optional.empty(), row.secret == null ? Optional.empty() : Optional.of(true));
    }
}
