package eyeline.core.conversation;

import eyeline.core.account.AccountId;
import eyeline.core.result.Refusal;
import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.core.user.Agent;
import eyeline.core.user.Consumer;
import eyeline.core.user.Permission;
import eyeline.core.user.Permissions;
import eyeline.core.user.Person;
import eyeline.core.user.Role;
import eyeline.store.user.UserRow;
import eyeline.store.user.UserStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Who may change what of a conversation; hands the change back with ids made plain (a PID for an old agent id). */
@Dependent
public class FieldChangeCheck {
    private static final int BEST = 5;

    @Inject
    UserStore users;
    @Inject
    Permissions permissions;

    Result<FieldChange> check(Person person, Conversation conversation, FieldChange change) {
        return change.read(new FieldChange.Reader<>() {
            @Override
            public Result<FieldChange> close(FieldChange.Close close) {
                return asParticipant(() -> Result.done(close));
            }

            @Override
            public Result<FieldChange> closeDialog(FieldChange.CloseDialog dialog) {
                return asParticipant(() -> Result.done(dialog));
            }

            @Override
            public Result<FieldChange> csat(FieldChange.Csat csat) {
                return rate(person, csat);
            }

            @Override
            public Result<FieldChange> ttr(FieldChange.Ttr ttr) {
                return asParticipant(() -> Result.done(ttr));
            }

            @Override
            public Result<FieldChange> addParticipant(FieldChange.AddParticipant add) {
                return whileOpen(() -> add(person, conversation, add));
            }

            @Override
            public Result<FieldChange> removeParticipant(FieldChange.RemoveParticipant remove) {
                return asParticipant(() -> remove(person, conversation, remove));
            }

            @Override
            public Result<FieldChange> changeSkill(FieldChange.ChangeSkill skill) {
                return asParticipant(() -> skill(person, conversation, skill));
            }

            private Result<FieldChange> asParticipant(Supplier<Result<FieldChange>> check) {
                return whileOpen(() -> takesPart(person, conversation) ? check.get() : Result.refused(RefusalReason.NOT_ASSIGNED));
            }

            private Result<FieldChange> whileOpen(Supplier<Result<FieldChange>> check) {
                return conversation.open() ? check.get() : Result.refused(RefusalReason.CONVERSATION_CLOSED);
            }
        });
    }

    private static Result<FieldChange> rate(Person person, FieldChange.Csat csat) {
        if (!(person instanceof Consumer)) {
            return Result.refused(RefusalReason.NOT_PERMITTED.because("Only the consumer rates a conversation."));
        }
        return csat.rate() >= 1 && csat.rate() <= BEST
                ? Result.done(csat) : Result.refused(RefusalReason.MALFORMED.because("csatRate is from 1 to 5."));
    }

    private Result<FieldChange> add(Person person, Conversation conversation, FieldChange.AddParticipant add) {
        if (!(person instanceof Agent agent) || add.role() == ParticipantRole.CONSUMER || add.role() == ParticipantRole.CONTROLLER) {
            return refused(RefusalReason.NOT_PERMITTED);
        }
        var who = user(person.account(), add.userId().orElse(agent.id()));
        if (who.isEmpty()) {
            return refused(RefusalReason.NOT_FOUND);
        }
        var id = who.get().userPid.toString();
        return mayAdd(agent, conversation, add.role(), id).<Result<FieldChange>>map(Result::refused)
                .orElse(Result.done(new FieldChange.AddParticipant(add.role(), Optional.of(id))));
    }

    private Optional<Refusal> mayAdd(Agent agent, Conversation conversation, ParticipantRole role, String id) {
        if (role == ParticipantRole.ASSIGNED_AGENT && !users.roles(UUID.fromString(id)).contains(Role.AGENT.name())) {
            return Optional.of(RefusalReason.NOT_PERMITTED.because("Only an agent can be assigned."));
        }
        if (assigned(agent, conversation) || permissions.has(agent.id(), Permission.SEE_ALL_CONVERSATIONS)) {
            return Optional.empty();
        }
        var takesItself = role == ParticipantRole.ASSIGNED_AGENT && id.equals(agent.id());
        return takesItself ? Optional.empty() : Optional.of(RefusalReason.NOT_ASSIGNED.refusal());
    }

    private Result<FieldChange> remove(Person person, Conversation conversation, FieldChange.RemoveParticipant remove) {
        if (!(person instanceof Agent agent)) {
            return refused(RefusalReason.NOT_PERMITTED);
        }
        var who = user(person.account(), remove.userId().orElse(agent.id()));
        if (who.isEmpty()) {
            return refused(RefusalReason.NOT_FOUND);
        }
        var id = who.get().userPid.toString();
        return id.equals(agent.id()) || assigned(agent, conversation)
                ? Result.done(new FieldChange.RemoveParticipant(remove.role(), Optional.of(id)))
                : refused(RefusalReason.NOT_ASSIGNED);
    }

    private Result<FieldChange> skill(Person person, Conversation conversation, FieldChange.ChangeSkill change) {
        if (!(person instanceof Agent agent) || !assigned(agent, conversation)) {
            return refused(RefusalReason.NOT_ASSIGNED);
        }
        var known = Conversation.NO_SKILL.equals(change.skillId())
                || users.skillExists(person.account().value(), change.skillId());
        return known ? Result.done(change) : refused(RefusalReason.NOT_FOUND);
    }

    private Optional<UserRow> user(AccountId account, String pidOrOldId) {
        var prefix = account.value() + ".";
        if (pidOrOldId.startsWith(prefix)) {
            return users.findByUserId(account.value(), pidOrOldId.substring(prefix.length()));
        }
        try {
            return users.find(UUID.fromString(pidOrOldId)).filter(u -> u.accountId.equals(account.value()));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static boolean takesPart(Person person, Conversation conversation) {
        return person instanceof Consumer || conversation.role(person.id())
                .filter(role -> role == ParticipantRole.ASSIGNED_AGENT || role == ParticipantRole.MANAGER).isPresent();
    }

    private static boolean assigned(Agent agent, Conversation conversation) {
        return conversation.role(agent.id()).filter(role -> role == ParticipantRole.ASSIGNED_AGENT).isPresent();
    }

    private static Result<FieldChange> refused(RefusalReason reason) {
        return Result.refused(reason);
    }
}
