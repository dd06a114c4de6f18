package eyeline.store;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The lowest floor: it knows Jakarta Persistence and itself. */
@AnalyzeClasses(packages = "eyeline.store", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsOnlyPersistence = classes().that().resideOutsideOfPackages("eyeline.store.fence", "eyeline.store.schema", "eyeline.store.health").should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("eyeline.store..", "java..", "jakarta.persistence..", "jakarta.enterprise.context..");

    @ArchTest
    static final ArchRule featuresHaveNoCycles = slices().matching("eyeline.store.(*)..").should().beFreeOfCycles();
}
