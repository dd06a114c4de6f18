package eyeline.core.call;

/** How a side finds its call: as it should be, with flaws, or hard to follow. */
public enum QualityMark {
    GOOD, FAIR, POOR
}
