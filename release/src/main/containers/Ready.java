import java.net.HttpURLConnection;
import java.net.URI;

/** The health check of the image, which has neither a shell nor curl: ends with 0 if the address answers 200, else with 1. */
final class Ready {
    private static final int PATIENCE_MILLIS = 5000;

    private Ready() {
    }

    public static void main(String[] address) {
        System.exit(answers(address[0]) ? 0 : 1);
    }

    private static boolean answers(String address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (java.io.IOException away) {
            return false;
        }
    }
}
