package eyeline.whole.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** TLS connections to a server of this machine, from any address of the loopback network. Nobody's certificate is asked for. */
final class Door {
    private static final int PATIENCE_MILLIS = 20_000;
    private final SSLSocketFactory factory;
    private final int port;

    Door(int port) throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Everybody()}, null);
        factory = context.getSocketFactory();
        this.port = port;
    }

    int port() {
        return port;
    }

    Socket open(String address) throws IOException {
        var socket = factory.createSocket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(address), 0);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static final class Everybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new IllegalStateException("nobody asks");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // the server of the test itself
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
