package eyeline.core.account;

import eyeline.core.result.RefusalReason;
import eyeline.core.result.Result;
import eyeline.store.account.PageProblemStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Pages of a brand that break a rule: each page and rule is told once, until an administrator has put it away. */
@Stateless
public class PageProblems {
    /** Kept for one account: who reports is not known, so there is an end. */
    private static final int MOST = 200;

    /** A rule that an origin's page breaks. */
    public record PageProblem(String origin, PageRule rule, Instant firstAt) {
    }

    @Inject
    PageProblemStore store;
    @Inject
    Accounts accounts;
    @Inject
    Clock clock;

    /** NOT_PERMITTED unless the origin has the host of one of the account's origins, over whatever scheme. */
    public Result<Void> report(AccountId id, String origin, PageRule rule) {
        var host = host(origin);
        var ours = accounts.find(id).filter(a -> host.isPresent()
                && a.origins().stream().anyMatch(own -> host(own).equals(host)));
        if (ours.isEmpty()) {
            return Result.refused(RefusalReason.NOT_PERMITTED.because("This website is not one of the account's origins."));
        }
        store.report(id.value(), origin, rule.name(), clock.instant(), MOST);
        return Result.done();
    }

    /** Those that nobody has put away. */
    public List<PageProblem> open(AccountId id) {
        return store.open(id.value()).stream().map(row -> new PageProblem(row.origin, PageRule.valueOf(row.rule), row.firstAt)).toList();
    }

    public Result<Void> putAway(AccountId id, String origin, String rule) {
        return store.putAway(id.value(), origin, rule, clock.instant()) ? Result.done() : Result.refused(RefusalReason.NOT_FOUND);
    }

    private static Optional<String> host(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getHost());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
