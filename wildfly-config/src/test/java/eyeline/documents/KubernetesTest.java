package eyeline.documents;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The manifests: every field is one that Kubernetes' own description has, and what they promise is in them. */
class KubernetesTest {
    private static final Path MANIFESTS = Pages.PROJECT.resolve("release/src/main/kubernetes");
    private static final Yaml NAME = new Yaml(Map.of("app.kubernetes.io/name", "eyeline"));

    private interface Kind {
        void validate(JsonElement manifest) throws IOException;
    }

    private static final Map<String, Kind> KINDS = Map.of("Deployment", V1Deployment::validateJsonElement, "Service", V1Service::validateJsonElement,
            "ServiceAccount", V1ServiceAccount::validateJsonElement, "NetworkPolicy", V1NetworkPolicy::validateJsonElement,
            "PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement, "Job", V1Job::validateJsonElement, "ConfigMap", V1ConfigMap::validateJsonElement);

    @Test
    void everyFieldIsOneThatKubernetesKnows() throws Exception {
        int known = 0;
        for (Path file : Pages.under(MANIFESTS, ".yaml")) {
            for (var manifest : Yaml.documents(Files.readString(file))) {
                if (!manifest.at("kind").toString().equals("Kustomization")) {
                    validate(manifest);
                    known++;
                }
            }
        }
        assertEquals(6, known);
    }

    @Test
    void everyFileIsInAKustomization() throws Exception {
        for (Path file : Pages.under(MANIFESTS, ".yaml")) {
            var name = file.getFileName().toString();
            if (!name.equals("kustomization.yaml")) {
                assertTrue(Yaml.of(file.resolveSibling("kustomization.yaml")).at("resources").items().contains(new Yaml(name)), name);
            }
        }
    }

    /** Where kubectl is: what it makes of them. */
    @Test
    void kustomizeRendersThem() throws Exception {
        assumeTrue(onPath("kubectl"), "kubectl is not installed");
        var installation = rendered("installation");
        assertEquals(Set.of("ServiceAccount", "ConfigMap", "Service", "Deployment", "NetworkPolicy", "PodDisruptionBudget"), installation.keySet());
        installation.values().forEach(manifest -> assertEquals("eyeline", manifest.at("metadata", "namespace").toString()));
        // the map of settings has a name by its content, so that a change of it starts a new pod
        assertEquals(installation.get("ConfigMap").at("metadata", "name"),
                installation.get("Deployment").at("spec", "template", "spec", "containers", 0, "envFrom", 0, "configMapRef", "name"));
        assertEquals(Set.of("Job"), rendered("migrate").keySet());
    }

    @Test
    void nothingRunsAsRootOrWritesToItsImage() throws Exception {
        for (Yaml pod : List.of(pod("base/deployment.yaml"), pod("migrate/job.yaml"))) {
            assertEquals("true", pod.at("securityContext", "runAsNonRoot").toString());
            assertEquals("RuntimeDefault", pod.at("securityContext", "seccompProfile", "type").toString());
            assertEquals("false", pod.at("automountServiceAccountToken").toString());
            for (Yaml container : pod.at("containers").items()) {
                assertEquals("true", container.at("securityContext", "readOnlyRootFilesystem").toString());
                assertEquals("false", container.at("securityContext", "allowPrivilegeEscalation").toString());
                assertEquals("[ALL]", container.at("securityContext", "capabilities", "drop").toString());
                for (String resource : List.of("requests", "limits")) {
                    container.at("resources", resource, "memory");
                }
            }
        }
    }

    /** Ready and alive are asked on the public listener, and a pod leaves the line before it ends. */
    @Test
    void probesAndTheWayOut() throws Exception {
        var eyeline = pod("base/deployment.yaml").at("containers", 0);
        assertEquals("/health/ready", eyeline.at("readinessProbe", "httpGet", "path").toString());
        for (String probe : List.of("livenessProbe", "startupProbe")) {
            assertEquals("/health/live", eyeline.at(probe, "httpGet", "path").toString());
        }
        for (String probe : List.of("livenessProbe", "startupProbe", "readinessProbe")) {
            assertEquals("HTTPS https", eyeline.at(probe, "httpGet", "scheme") + " " + eyeline.at(probe, "httpGet", "port"));
        }
        int wait = Integer.parseInt(eyeline.at("lifecycle", "preStop", "sleep", "seconds").toString());
        assertTrue(wait < Integer.parseInt(pod("base/deployment.yaml").at("terminationGracePeriodSeconds").toString()));
        assertEquals("Recreate", Yaml.of(MANIFESTS.resolve("base/deployment.yaml")).at("spec", "strategy", "type").toString());
    }

    @Test
    void policyBudgetAndServiceMeanThePods() throws Exception {
        assertEquals(NAME, Yaml.of(MANIFESTS.resolve("base/deployment.yaml")).at("spec", "template", "metadata", "labels"));
        assertEquals(NAME, Yaml.of(MANIFESTS.resolve("base/deployment.yaml")).at("spec", "selector", "matchLabels"));
        assertEquals(NAME, Yaml.of(MANIFESTS.resolve("base/networkpolicy.yaml")).at("spec", "podSelector", "matchLabels"));
        assertEquals(NAME, Yaml.of(MANIFESTS.resolve("base/disruptionbudget.yaml")).at("spec", "selector", "matchLabels"));
        assertEquals(NAME, Yaml.of(MANIFESTS.resolve("base/service.yaml")).at("spec", "selector"));
        assertEquals("[Ingress, Egress]", Yaml.of(MANIFESTS.resolve("base/networkpolicy.yaml")).at("spec", "policyTypes").toString());
    }

    @Test
    void theImageIsTheOneOfThisRelease() throws Exception {
        Set<String> images = new TreeSet<>();
        for (String file : List.of("base/deployment.yaml", "migrate/job.yaml")) {
            images.add(pod(file).at("containers", 0, "image").toString());
        }
        for (String folder : List.of("installation", "migrate")) {
            images.add("eyeline:" + Yaml.of(MANIFESTS.resolve(folder + "/kustomization.yaml")).at("images", 0, "newTag"));
        }
        assertEquals(Set.of("eyeline:" + Pages.version()), images);
    }

    /** Passwords come from secrets that somebody makes, never from these files. */
    @Test
    void noSecretIsInThem() throws Exception {
        for (Path file : Pages.under(MANIFESTS, ".yaml")) {
            var text = Files.readString(file);
            assertTrue(!text.contains("PASSWORD") && !text.contains("kind: Secret"), file.toString());
        }
    }

    private static Yaml pod(String file) throws IOException {
        return Yaml.of(MANIFESTS.resolve(file)).at("spec", "template", "spec");
    }

    private static void validate(Yaml manifest) {
        var kind = KINDS.get(manifest.at("kind").toString());
        assertDoesNotThrow(() -> kind.validate(new Gson().toJsonTree(manifest.value())), manifest.at("kind").toString());
    }

    private static Map<String, Yaml> rendered(String folder) throws Exception {
        var kubectl = new ProcessBuilder("kubectl", "kustomize", MANIFESTS.resolve(folder).toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        kubectl.getOutputStream().close();
        var text = new String(kubectl.getInputStream().readAllBytes());
        assertEquals(0, kubectl.waitFor());
        Map<String, Yaml> manifests = new HashMap<>();
        Yaml.documents(text).forEach(manifest -> {
            validate(manifest);
            manifests.put(manifest.at("kind").toString(), manifest);
        });
        return manifests;
    }

    private static boolean onPath(String program) {
        List<Path> places = new ArrayList<>();
        for (String folder : System.getenv("PATH").split(":")) {
            places.add(Path.of(folder, program));
        }
        return places.stream().anyMatch(Files::isExecutable);
    }
}
