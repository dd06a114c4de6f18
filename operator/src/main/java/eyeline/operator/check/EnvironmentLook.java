package eyeline.operator.check;

import eyeline.operator.OwnDatabase;
import eyeline.operator.Settings;
import eyeline.operator.StartRefused;
import eyeline.operator.look.Row;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Whether the environment is complete and well-formed. */
record EnvironmentLook(Settings settings) {
    /** What the server and this program read. */
    static final Set<String> KNOWN = Set.of(
            "EYELINE_DB_URL", "EYELINE_DB_USER", "EYELINE_DB_PASSWORD", "EYELINE_DB_POOL_MIN", "EYELINE_DB_POOL_MAX", "EYELINE_DB_WAIT_SECONDS",
            "EYELINE_DB_OWNER", "EYELINE_DB_OWNER_PASSWORD", "EYELINE_DB_SUPERUSER", "EYELINE_DB_SUPERUSER_PASSWORD",
            "EYELINE_TLS_KEYSTORE", "EYELINE_TLS_PASSWORD", "EYELINE_TLS_ELSEWHERE", "EYELINE_STORE_PASSWORD", "EYELINE_SIGNING_KEYSTORE", "EYELINE_SIGNING_PASSWORD",
            "EYELINE_PUBLIC_HOST", "EYELINE_PUBLIC_ADDRESS", "EYELINE_TRUSTED_PROXIES", "EYELINE_PROXY_HEADER", "EYELINE_TRUSTED_AUTHORITY",
            "EYELINE_OIDC_PROVIDER", "EYELINE_OIDC_CLIENT", "EYELINE_OIDC_SECRET", "EYELINE_OIDC_ACCOUNTS", "EYELINE_OIDC_CLAIM",
            "EYELINE_LOG_JSON", "EYELINE_ALLOW_OLD_UNDERTOW", "EYELINE_OPERATOR", "EYELINE_OPERATOR_NAME", "EYELINE_OPERATOR_PASSWORD");
    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final int LARGEST_POOL = 1000;

    List<Row> names() {
        List<String> strange = settings.names().stream().filter(name -> !KNOWN.contains(name)).toList();
        return List.of(strange.isEmpty() ? Row.green("Environment", "Only names that this release knows.")
                : Row.yellow("Environment", "Unknown: " + String.join(", ", strange) + ".", "A typing error? This release reads no such setting."));
    }

    List<Row> database() throws StartRefused {
        String url = OwnDatabase.url(settings);
        Properties parts = OwnDatabase.parts(url);
        List<Row> rows = new ArrayList<>();
        boolean local = LOCAL.contains(parts.getProperty("PGHOST"));
        boolean checked = "verify-full".equals(parts.getProperty("sslmode"));
        String shown = OwnDatabase.shown(url);
        rows.add(local || checked ? Row.green("Database's address", shown)
                : Row.yellow("Database's address", shown + " is another machine, and its certificate is not looked at.",
                        "Add sslmode=verify-full to EYELINE_DB_URL, and sslrootcert for an authority of your own."));
        rows.add(pool());
        return rows;
    }

    List<Row> publicPlace() throws StartRefused {
        Optional<PublicPlace> place = PublicPlace.of(settings);
        if (place.isEmpty()) {
            return List.of(Row.red("Public host", "EYELINE_PUBLIC_HOST is not set.", "Set it to the host by which browsers reach Eyeline, e.g. calls.example.org"));
        }
        try {
            InetAddress.getByName(place.get().name());
            return List.of(Row.green("Public host", place.get().toString()));
        } catch (UnknownHostException e) {
            return List.of(Row.yellow("Public host", place.get().host() + " is not known to this machine's name server.",
                    "Browsers have to know it: add it to the DNS, or correct EYELINE_PUBLIC_HOST."));
        }
    }

    /** Nothing to tell where nobody is to log in that way. */
    List<Row> singleSignOn() throws StartRefused {
        Optional<String> provider = settings.find("EYELINE_OIDC_PROVIDER");
        Optional<String> accounts = settings.find("EYELINE_OIDC_ACCOUNTS");
        if (provider.isEmpty() && accounts.isEmpty()) {
            return List.of();
        }
        List<String> wrong = new ArrayList<>();
        if (provider.isEmpty()) {
            wrong.add("EYELINE_OIDC_PROVIDER is not set");
        } else if (!provider.get().matches("https?://[^/\\s]+(/\\S*)?")) {
            wrong.add("EYELINE_OIDC_PROVIDER is no address");
        }
        if (settings.find("EYELINE_OIDC_SECRET").isEmpty()) {
            wrong.add("EYELINE_OIDC_SECRET is not set");
        }
        if (accounts.isEmpty()) {
            wrong.add("EYELINE_OIDC_ACCOUNTS is not set, so that nobody logs in this way");
        } else if (!accounts.get().matches("\\s*[0-9A-Za-z]{1,32}\\s*(,\\s*[0-9A-Za-z]{1,32}\\s*)*")) {
            wrong.add("EYELINE_OIDC_ACCOUNTS is no list of accounts with commas between");
        }
        return List.of(wrong.isEmpty() ? Row.green("Single sign-on", provider.orElseThrow())
                : Row.red("Single sign-on", String.join("; ", wrong) + ".", "Set them together (Sign-in in docs/operations), or none of them."));
    }

    private Row pool() throws StartRefused {
        String least = settings.orElse("EYELINE_DB_POOL_MIN", "2");
        String most = settings.orElse("EYELINE_DB_POOL_MAX", "20");
        boolean numbers = least.matches("[0-9]{1,4}") && most.matches("[0-9]{1,4}");
        boolean fits = numbers && Integer.parseInt(most) >= 1 && Integer.parseInt(least) <= Integer.parseInt(most) && Integer.parseInt(most) <= LARGEST_POOL;
        return fits ? Row.green("Database's pool", least + " to " + most + " connections")
                : Row.red("Database's pool", "EYELINE_DB_POOL_MIN and EYELINE_DB_POOL_MAX are \"" + least + "\" and \"" + most + "\".",
                        "Two numbers up to " + LARGEST_POOL + ", the first no larger than the second.");
    }
}
