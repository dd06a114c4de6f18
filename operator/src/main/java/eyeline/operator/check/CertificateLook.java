package eyeline.operator.check;

import eyeline.operator.look.Row;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A server's certificate with its chain: for whom it is, until when, and whether browsers find their way to an authority. */
public record CertificateLook(List<X509Certificate> chain, Instant now) {
    private static final Duration SOON = Duration.ofDays(30);
    private static final int DNS = 2;
    private static final int IP = 7;

    /** {@code host}: the name that it has to be for, if that is known. */
    public List<Row> rows(Optional<String> host) throws CertificateParsingException {
        List<Row> rows = new ArrayList<>();
        List<String> names = names();
        if (host.isEmpty()) {
            rows.add(Row.yellow("Certificate's names", String.join(", ", names), "Whether they fit is not known without EYELINE_PUBLIC_HOST."));
        } else {
            rows.add(names.stream().anyMatch(name -> covers(name, host.get())) ? Row.green("Certificate's names", String.join(", ", names))
                    : Row.red("Certificate's names", "It is for " + (names.isEmpty() ? "nobody" : String.join(", ", names)) + ", not for " + host.get() + ".",
                            "Get a certificate for that name, or correct EYELINE_PUBLIC_HOST."));
        }
        rows.add(validity());
        rows.add(order());
        return rows;
    }

    private Row validity() {
        Instant end = chain.stream().map(c -> c.getNotAfter().toInstant()).min(Instant::compareTo).orElseThrow();
        Instant begin = chain.get(0).getNotBefore().toInstant();
        String day = end.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        if (now.isAfter(end)) {
            return Row.red("Certificate's end", "It ended on " + day + ".", "Renew it, and put it into the key store.");
        }
        if (now.isBefore(begin)) {
            return Row.red("Certificate's begin", "It begins at " + begin + ", by this machine's clock in the future.", "Set the clock, or wait.");
        }
        return now.plus(SOON).isAfter(end) ? Row.yellow("Certificate's end", "It ends on " + day + ".", "Renew it within " + Duration.between(now, end).toDays() + " days.")
                : Row.green("Certificate's end", day);
    }

    /** Each is signed by the next; a self-signed one alone is known to nobody. */
    private Row order() {
        for (int i = 0; i + 1 < chain.size(); i++) {
            try {
                chain.get(i).verify(chain.get(i + 1).getPublicKey());
            } catch (GeneralSecurityException e) {
                return Row.red("Certificate's chain", "Certificate " + (i + 1) + " is not signed by the next one.", "Put the server's first, then each one's issuer.");
            }
        }
        X509Certificate last = chain.get(chain.size() - 1);
        boolean own = last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
        if (chain.size() == 1) {
            return Row.yellow("Certificate's chain", own ? "It is self-signed: browsers refuse it unless each was told." : "The certificate stands alone.",
                    own ? "Get one from an authority that browsers know." : "Put the intermediate certificates behind it, unless the authority signs directly.");
        }
        return Row.green("Certificate's chain", chain.size() + " certificates, up to " + last.getSubjectX500Principal().getName());
    }

    /** Browsers look at the alternative names alone. */
    private List<String> names() throws CertificateParsingException {
        List<String> names = new ArrayList<>();
        Collection<List<?>> all = chain.get(0).getSubjectAlternativeNames();
        for (List<?> name : all == null ? List.<List<?>>of() : all) {
            if (name.get(0).equals(DNS) || name.get(0).equals(IP)) {
                names.add((String) name.get(1));
            }
        }
        return names;
    }

    static boolean covers(String name, String host) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("*.")) {
            return lower.equals(host.toLowerCase(Locale.ROOT)) || lower.contains(":") && host.contains(":") && sameAddress(lower, host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && host.substring(dot).toLowerCase(Locale.ROOT).equals(lower.substring(1));
    }

    private static boolean sameAddress(String one, String other) {
        try {
            return java.net.InetAddress.getByName(one).equals(java.net.InetAddress.getByName(other));
        } catch (java.net.UnknownHostException e) {
            return false;
        }
    }
}
