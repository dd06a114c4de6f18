package eyeline.operator.configure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What differs between two of WildFly's configurations, in words: an element that is new or gone is named once, with its subsystem. */
final class Difference {
    private static final List<String> NAMES = List.of("pool-name", "name", "category", "module", "prefix");

    private final List<String> words = new ArrayList<>();

    private Difference() {
    }

    static List<String> between(byte[] before, byte[] after) throws IOException {
        Difference difference = new Difference();
        difference.compare("", parsed(before), parsed(after));
        return difference.words;
    }

    private void compare(String where, Element before, Element after) {
        String place = before.getTagName().equals("subsystem") ? subsystem(before) : where;
        if (!own(before).equals(own(after))) {
            words.add("Changed " + place + ": " + title(after));
        }
        Map<String, Element> old = children(before);
        Map<String, Element> fresh = children(after);
        fresh.forEach((key, element) -> {
            if (old.containsKey(key)) {
                compare(place, old.get(key), element);
            } else {
                words.add("Added " + place(place, element) + ": " + title(element));
            }
        });
        old.forEach((key, element) -> {
            if (!fresh.containsKey(key)) {
                words.add("Removed " + place(place, element) + ": " + title(element));
            }
        });
    }

    private static String place(String place, Element element) {
        return place.isEmpty() ? element.getParentNode().getNodeName() : place;
    }

    /** What is said of the element itself: attributes, and its text if nothing is in it. */
    private static String own(Element element) {
        var attributes = element.getAttributes();
        StringBuilder own = new StringBuilder();
        for (int i = 0; i < attributes.getLength(); i++) {
            own.append(attributes.item(i)).append(' ');
        }
        return children(element).isEmpty() ? own + element.getTextContent().strip() : own.toString();
    }

    private static Map<String, Element> children(Element element) {
        Map<String, Element> children = new LinkedHashMap<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each) {
                String key = key(each);
                // several of one name are told apart by their order
                for (int i = 2; children.containsKey(key); i++) {
                    key = key(each) + " " + i;
                }
                children.put(key, each);
            }
        }
        return children;
    }

    private static String key(Element element) {
        return element.getTagName().equals("subsystem") ? subsystem(element) : title(element);
    }

    /** Like "data-source Eyeline". */
    private static String title(Element element) {
        return NAMES.stream().map(element::getAttribute).filter(name -> !name.isEmpty()).findFirst()
                .map(name -> element.getTagName() + " " + name).orElse(element.getTagName());
    }

    /** From {@code urn:jboss:domain:undertow:community:14.0} the word {@code undertow}. */
    private static String subsystem(Element element) {
        return element.getAttribute("xmlns").replaceFirst("^urn:(jboss:domain|wildfly):", "").replaceFirst(":.*", "");
    }

    private static Element parsed(byte[] xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("WildFly's configuration cannot be read: " + e.getMessage(), e);
        }
    }
}
