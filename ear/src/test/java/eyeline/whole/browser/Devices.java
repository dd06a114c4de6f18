package eyeline.whole.browser;

/** What a browser finds plugged in. */
enum Devices {
    ONE_CAMERA("device-count=1"), PHONE("device-count=3"), NO_CAMERA("device-count=0");

    private final String fake;

    Devices(String fake) {
        this.fake = fake;
    }

    String argument() {
        return "--use-fake-device-for-media-stream=" + fake;
    }
}
