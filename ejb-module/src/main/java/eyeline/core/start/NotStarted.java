package eyeline.core.start;

/** Fails the deployment with the sentence of an obstacle, and without a stack trace: where it was thrown helps nobody. */
public final class NotStarted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Obstacle obstacle;

    public NotStarted(Obstacle obstacle) {
        super("Eyeline does not start: " + obstacle.sentence(), null, false, false);
        this.obstacle = obstacle;
    }

    public Obstacle obstacle() {
        return obstacle;
    }
}
