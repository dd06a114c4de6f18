package eyeline.core.change;

/**
 * A CDI event: something that administrators manage was changed. Observe it after the commit, with
 * {@code @Observes(during = TransactionPhase.AFTER_SUCCESS)}.
 */
public record Changed(String accountId, ChangeSubject subject, String subjectId) {
}
