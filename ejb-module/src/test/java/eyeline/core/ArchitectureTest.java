package eyeline.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the house, as this floor sees them. */
@AnalyzeClasses(packages = {"eyeline.core", "eyeline.store"}, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresHaveNoCycles = slices().matching("eyeline.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingFlowsBackFromTheStore =
            noClasses().that().resideInAPackage("eyeline.store..").should().dependOnClassesThat().resideInAPackage("eyeline.core..");

    @ArchTest
    static final ArchRule theCoreKnowsNoDoor = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("eyeline.web..", "jakarta.websocket..", "jakarta.servlet..", "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule jsonIsMadeByOneKeptProvider = noClasses().that().resideOutsideOfPackage("eyeline.core.json")
            .should().dependOnClassesThat().haveFullyQualifiedName("jakarta.json.Json");

    @ArchTest
    static final ArchRule callsKnowTheEntityManagerOnlyThroughStores = noClasses().that().resideInAPackage("eyeline.core..")
            .should().dependOnClassesThat().resideInAPackage("jakarta.persistence..");

    @ArchTest
    static final ArchRule featuresStandInTheReadmesOrder = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("delivery").definedBy("eyeline.core.delivery..")
            .layer("call").definedBy("eyeline.core.call..")
            .layer("relay").definedBy("eyeline.core.relay..")
            .layer("conversation").definedBy("eyeline.core.conversation..")
            .layer("presence").definedBy("eyeline.core.presence..")
            .layer("user").definedBy("eyeline.core.user..")
            .layer("account").definedBy("eyeline.core.account..")
            .layer("health").definedBy("eyeline.core.health..")
            .layer("start").definedBy("eyeline.core.start..")
            .layer("change").definedBy("eyeline.core.change..")
            .layer("arrival").definedBy("eyeline.core.arrival..")
            .whereLayer("delivery").mayNotBeAccessedByAnyLayer()
            .whereLayer("call").mayOnlyBeAccessedByLayers("delivery")
            .whereLayer("relay").mayOnlyBeAccessedByLayers("delivery", "call")
            .whereLayer("conversation").mayOnlyBeAccessedByLayers("delivery", "call")
            .whereLayer("presence").mayOnlyBeAccessedByLayers("delivery", "call", "conversation")
            .whereLayer("user").mayOnlyBeAccessedByLayers("delivery", "call", "conversation", "presence")
            .whereLayer("health").mayNotBeAccessedByAnyLayer()
            .whereLayer("start").mayOnlyBeAccessedByLayers("health", "user")
            .whereLayer("account").mayOnlyBeAccessedByLayers("delivery", "call", "conversation", "presence", "relay", "user")
            .whereLayer("arrival").mayOnlyBeAccessedByLayers("start");
}
