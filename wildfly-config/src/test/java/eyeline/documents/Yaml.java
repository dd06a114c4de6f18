package eyeline.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A value of a YAML file, and the way to what is in it: {@code at("spec", 0, "name")}. */
record Yaml(Object value) {

    /** The documents of a text; a key that stands twice is refused. */
    static List<Yaml> documents(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<Yaml> documents = new ArrayList<>();
        new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).loadAll(text).forEach(value -> documents.add(new Yaml(value)));
        return documents;
    }

    static Yaml of(Path file) throws IOException {
        return documents(Files.readString(file)).get(0);
    }

    /** What is there; fails if nothing is. */
    Yaml at(Object... way) {
        return find(way).orElseThrow(() -> new AssertionError("nothing at " + List.of(way)));
    }

    Optional<Yaml> find(Object... way) {
        Object at = value;
        for (Object step : way) {
            at = step instanceof Integer index ? (at instanceof List<?> list && index < list.size() ? list.get(index) : null)
                    : at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return Optional.ofNullable(at).map(Yaml::new);
    }

    List<Yaml> items() {
        List<Yaml> items = new ArrayList<>();
        ((List<?>) value).forEach(item -> items.add(new Yaml(item)));
        return items;
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> map() {
        return (Map<String, Object>) value;
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
