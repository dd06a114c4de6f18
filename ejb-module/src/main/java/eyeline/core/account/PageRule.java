package eyeline.core.account;

/** A rule that a page with the tag must keep (W2). */
public enum PageRule {
    NOT_HTTPS, IN_A_FRAME, OVERWRITTEN, PERMISSIONS_POLICY, CONTENT_SECURITY_POLICY
}
