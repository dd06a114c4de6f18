package eyeline.whole.proxy;

import eyeline.whole.proxy.Front.Change;
import eyeline.whole.proxy.Front.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The proxies that the archive has a file for. */
public enum Kind {
    NGINX_REENCRYPT("nginx-reencrypt.conf", "nginx", false) {
        @Override
        List<Change> changes(Place place, Path pem, Path folder) {
            return nginx(place, pem, folder, List.of(new Change("10.0.3.10:9443", "127.0.0.1:" + place.behind()),
                    new Change("/etc/nginx/tls/eyeline-ca.pem", place.product().authority().toString()),
                    new Change("eyeline.internal", "localhost")));
        }

        @Override
        List<String> command(Place place, Path folder) throws IOException {
            return nginx(folder, file());
        }
    },
    HAPROXY_REENCRYPT("haproxy-reencrypt.cfg", "haproxy", false) {
        @Override
        List<Change> changes(Place place, Path pem, Path folder) {
            return List.of(new Change("bind :443", "bind 127.0.0.1:" + place.https()),
                    new Change("bind :80", "bind 127.0.0.1:" + place.plain()),
                    new Change("https://calls.example.org", place.origin()),
                    new Change("/etc/haproxy/tls/calls.example.org.pem", pem.toString()),
                    new Change("10.0.3.10:9443", "127.0.0.1:" + place.behind()),
                    new Change("/etc/haproxy/tls/eyeline-ca.pem", place.product().authority().toString()),
                    new Change("str(eyeline.internal) verifyhost eyeline.internal", "str(localhost) verifyhost localhost"));
        }

        @Override
        List<String> command(Place place, Path folder) {
            return List.of("/usr/sbin/haproxy", "-db", "-f", folder.resolve(file()).toString());
        }
    },
    NGINX_TERMINATE("nginx-terminate.conf", "nginx", true) {
        @Override
        List<Change> changes(Place place, Path pem, Path folder) {
            return nginx(place, pem, folder, List.of(new Change("10.0.3.10:8081", "127.0.0.1:" + place.behind())));
        }

        @Override
        List<String> command(Place place, Path folder) throws IOException {
            return nginx(folder, file());
        }
    },
    HTTPD_TERMINATE("httpd-terminate.conf", "apache2-bin", true) {
        private static final String MODULES = "/usr/lib/apache2/modules/mod_";

        @Override
        List<Change> changes(Place place, Path pem, Path folder) {
            return List.of(new Change("<VirtualHost *:443>", "<VirtualHost *:" + place.https() + ">"),
                    new Change("<VirtualHost *:80>", "<VirtualHost *:" + place.plain() + ">"),
                    new Change("https://calls.example.org/", place.origin() + "/"),
                    new Change("ServerName calls.example.org", "ServerName localhost"),
                    new Change("/etc/apache2/tls/calls.example.org.pem", pem.toString()),
                    new Change("/etc/apache2/tls/calls.example.org.key", pem.toString()),
                    new Change("/var/log/apache2/eyeline-error.log", folder.resolve("error.log").toString()),
                    new Change("10.0.3.10:8081", "127.0.0.1:" + place.behind()));
        }

        @Override
        List<String> command(Place place, Path folder) throws IOException {
            // what Debian's own apache2.conf has, as far as it is needed
            var main = new ArrayList<>(List.of("ServerName localhost", "PidFile " + folder.resolve("pid"), "DefaultRuntimeDir " + folder,
                    "ErrorLog " + folder.resolve("error.log"), "User www-data", "Group www-data",
                    "Listen 127.0.0.1:" + place.plain(), "Listen 127.0.0.1:" + place.https()));
            Stream.of("mpm_event", "authz_core", "alias", "ssl", "socache_shmcb", "http2", "headers", "proxy", "proxy_http", "reqtimeout")
                    .forEach(module -> main.add("LoadModule " + module + "_module " + MODULES + module + ".so"));
            main.add("Include " + folder.resolve(file()));
            Files.write(folder.resolve("main.conf"), main);
            return List.of("/usr/sbin/apache2", "-f", folder.resolve("main.conf").toString(), "-d", folder.toString(), "-DFOREGROUND");
        }
    },
    /** For a product that shares its host. */
    NGINX_BELOW_WEBSITE("nginx-below-website.conf", "nginx", false) {
        @Override
        List<Change> changes(Place place, Path pem, Path folder) {
            return List.of(new Change("/eyeline", place.path()), new Change("https://www.example.org", place.origin()),
                    new Change("10.0.3.10:9443", "127.0.0.1:" + place.behind()),
                    new Change("/etc/nginx/tls" + place.path() + "-ca.pem", place.product().authority().toString()),
                    new Change("eyeline.internal", "localhost"), new Change("/var/log/nginx" + place.path() + "-error.log", folder.resolve("error.log").toString()));
        }

        @Override
        List<String> command(Place place, Path folder) throws IOException {
            // the website has nothing but this
            Files.writeString(folder.resolve("website.conf"), "server {\nlisten 127.0.0.1:" + place.plain() + ";\nlisten 127.0.0.1:" + place.https() + " ssl http2;\n"
                    + "ssl_certificate front.pem;\nssl_certificate_key front.pem;\ninclude " + folder.resolve(file()) + ";\nlocation / { return 404 'the website'; }\n}\n");
            return nginx(folder, "website.conf");
        }
    };

    private final String file;
    private final String packageName;
    private final boolean terminates;

    Kind(String file, String packageName, boolean terminates) {
        this.file = file;
        this.packageName = packageName;
        this.terminates = terminates;
    }

    String file() {
        return file;
    }

    String packageName() {
        return packageName;
    }

    /** Whether TLS ends here. */
    public boolean terminates() {
        return terminates;
    }

    abstract List<Change> changes(Place place, Path pem, Path folder);

    abstract List<String> command(Place place, Path folder) throws IOException;

    private static List<Change> nginx(Place place, Path pem, Path folder, List<Change> own) {
        return Stream.concat(own.stream(), Stream.of(new Change("listen [::]:443 ssl http2;", ""), new Change("listen [::]:80;", ""),
                new Change("listen 443 ssl http2;", "listen 127.0.0.1:" + place.https() + " ssl http2;"),
                new Change("listen 80;", "listen 127.0.0.1:" + place.plain() + ";"),
                new Change("https://calls.example.org", place.origin()),
                new Change("server_name calls.example.org;", "server_name localhost;"),
                new Change("/etc/nginx/tls/calls.example.org.pem", pem.toString()),
                new Change("/etc/nginx/tls/calls.example.org.key", pem.toString()),
                new Change("/var/log/nginx/eyeline-error.log", folder.resolve("error.log").toString()))).toList();
    }

    /** What Debian's own nginx.conf has around such files, as far as it is needed. */
    private static List<String> nginx(Path folder, String file) throws IOException {
        var temporary = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                .map(what -> what + "_temp_path " + folder.resolve(what) + ";").collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("main.conf"), "daemon off;\nworker_processes 1;\npid " + folder.resolve("pid") + ";\nevents { worker_connections 512; }\n"
                + "http {\n" + temporary + "\ninclude " + folder.resolve(file) + ";\n}\n");
        return List.of("/usr/sbin/nginx", "-p", folder.toString(), "-e", folder.resolve("error.log").toString(), "-c", folder.resolve("main.conf").toString());
    }
}
