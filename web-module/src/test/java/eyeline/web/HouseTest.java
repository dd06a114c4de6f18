package eyeline.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the house, as far as this floor goes. */
@AnalyzeClasses(packages = "eyeline.web", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule theDoorsDoNotKnowTheStore =
            noClasses().that().resideInAPackage("eyeline.web..").should().dependOnClassesThat().resideInAPackage("eyeline.store..");

    @ArchTest
    static final ArchRule jsonIsMadeByOneKeptProvider = noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.json.Json");

    @ArchTest
    static final ArchRule roomsDoNotGoInCircles = slices().matching("eyeline.web.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheGatewayKnowsTheContainersSockets = noClasses().that()
            .resideOutsideOfPackage("eyeline.web.gateway").should().dependOnClassesThat().resideInAPackage("jakarta.websocket..");

    @ArchTest
    static final ArchRule theWireKnowsNobodyHere = noClasses().that().resideInAPackage("eyeline.web.wire").should()
            .dependOnClassesThat().resideInAnyPackage("eyeline.web.socket..", "eyeline.web.gateway..", "eyeline.web.http..",
                    "eyeline.web.account..", "eyeline.web.user..", "eyeline.web.conversation..", "eyeline.web.call..",
                    "eyeline.web.subscription..");
}
