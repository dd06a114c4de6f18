package eyeline.container;

import java.io.File;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The product's EAR as it was built, with the tests in the place of the web module. */
final class TestArchive {

    private TestArchive() {
    }

    static EnterpriseArchive withTests() {
        var built = ShrinkWrap.create(ZipImporter.class, "built.ear").importFrom(new File(System.getProperty("eyeline.ear")))
                .as(EnterpriseArchive.class);
        var archive = ShrinkWrap.create(EnterpriseArchive.class, "tests.ear");
        for (var path : built.getContent().keySet()) {
            if (path.get().startsWith("/lib/") && path.get().endsWith(".jar")) {
                archive.add(built.get(path).getAsset(), path);
            }
        }
        var rules = ArchivePaths.create("/eyeline-ejb.jar");
        return archive.add(built.get(rules).getAsset(), rules)
                .addAsModule(ShrinkWrap.create(WebArchive.class, "tests.war").addPackage(TestArchive.class.getPackage())
                        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                        // on the server that has a listener, like the web module
                        .addAsWebInfResource(new StringAsset("""
                                <jboss-web><server-instance>eyeline</server-instance><virtual-host>eyeline</virtual-host></jboss-web>"""),
                                "jboss-web.xml"))
                .setApplicationXML(new StringAsset("""
                        <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
                          <module><ejb>eyeline-ejb.jar</ejb></module>
                          <module><web><web-uri>tests.war</web-uri><context-root>/tests</context-root></web></module>
                        </application>"""));
    }
}
