package eyeline.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** What a test of the real thing would need a network or a certificate of its own for; the rest: MigrateTest. */
class DatabaseTroubleTest {

    @Test
    void tls() {
        says("not trusted, or not for that name", new SQLException("SSL error: PKIX path building failed", "08006", new SSLHandshakeException("PKIX")));
        says("not trusted, or not for that name", new SQLException("The hostname db could not be verified by hostnameverifier PgjdbcHostnameVerifier.", "08006"));
        says("sslrootcert", new SQLException("Could not open SSL root certificate file /root/.postgresql/root.crt.", "08006", new CertificateException("x")));
    }

    @Test
    void whatDoesNotAnswerInTime() {
        says("does not answer. Look at the address", new SQLException("The connection attempt failed.", "08001", new SocketTimeoutException()));
        says("does not answer. Look at the address", new SQLException("The connection attempt failed.", "08001", new NoRouteToHostException()));
        says("no connection to the database (08006)", new SQLException("An I/O error occurred", "08006"));
    }

    @Test
    void aDatabaseThatIsFullOrStarting() {
        says("no connection free", new SQLException("sorry, too many clients already", "53300"));
        says("is starting or stopping", new SQLException("the database system is starting up", "57P03"));
        says("not in from here", new SQLException("no pg_hba.conf entry for host", "28000"));
    }

    @Test
    void whatIsABugIsNoneOfThese() {
        assertEquals(Optional.empty(), DatabaseTrouble.sentence(new SQLException("division by zero", "22012")));
        assertEquals(Optional.empty(), DatabaseTrouble.in(new IllegalStateException("x")));
        assertTrue(DatabaseTrouble.in(new IllegalStateException(new SQLException("x", "53300"))).isPresent());
    }

    private static void says(String words, SQLException failure) {
        String sentence = DatabaseTrouble.sentence(failure).orElseThrow();
        assertTrue(sentence.contains(words), sentence);
    }
}
