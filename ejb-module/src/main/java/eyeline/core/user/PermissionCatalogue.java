package eyeline.core.user;

import eyeline.core.account.AccountId;
import eyeline.store.account.AccountRow;
import eyeline.store.account.AccountStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What profiles of an account can allow, and what is switched off above them (P3). */
@Stateless
public class PermissionCatalogue {

    /** Who has switched something off that a profile may allow. */
    public enum Above {
        OPERATOR, ACCOUNT
    }

    /** A role with its permissions. */
    public record RoleEntry(Role role, List<PermissionEntry> permissions) {
    }

    /** A permission as the console names it. */
    public record PermissionEntry(Permission permission, String name, Optional<Above> switchedOffBy) {
    }

    @Inject
    AccountStore accounts;

    /** The roles that this account can have; nothing without such an account. */
    public Optional<List<RoleEntry>> of(AccountId id) {
        return accounts.find(id.value()).map(account -> Arrays.stream(Role.values())
                .filter(role -> Administration.belongs(role, id))
                .map(role -> new RoleEntry(role, permissions(role, account))).toList());
    }

    private static List<PermissionEntry> permissions(Role role, AccountRow account) {
        return Arrays.stream(Permission.values()).filter(permission -> permission.role() == role)
                .map(permission -> new PermissionEntry(permission, permission.words(), above(permission, account))).toList();
    }

    private static Optional<Above> above(Permission permission, AccountRow account) {
        return switch (permission) {
            case INITIATE_VOICE_CONVERSATION -> above(account.voiceAllowed, account.voice);
            case INITIATE_LIVE_VIDEO_CONVERSATION -> above(account.videoAllowed, account.video);
            case SEE_ALL_CONVERSATIONS -> Optional.empty();
        };
    }

    private static Optional<Above> above(boolean byOperator, boolean byAccount) {
        return !byOperator ? Optional.of(Above.OPERATOR) : !byAccount ? Optional.of(Above.ACCOUNT) : Optional.empty();
    }
}
