package city.planofrecord.chassis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.regex.Pattern;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import org.junit.jupiter.api.Test;

class ChassisArchitectureTest {

    private static final JavaClasses CHASSIS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("city.planofrecord.chassis");

    private static final Pattern DOMAIN = Pattern.compile(
            "(?i)job|salary|wage|(?<![a-z])pay|Pay(?![a-z]*load)|grade|notice|specification|hearing|comment|speaker"
                    + "|classification|schedule|enactment|ordinance|posting");

    private static final DescribedPredicate<JavaClass> NAMED_FOR_THE_DOMAIN =
            new DescribedPredicate<>("bear a word of the domain in their name or package") {
                @Override
                public boolean test(JavaClass type) {
                    return DOMAIN.matcher(type.getName().substring("city.planofrecord.".length()))
                            .find();
                }
            };

    @Test
    void theChassisKnowsNoWordOfTheDomain() {
        noClasses().should(be(NAMED_FOR_THE_DOMAIN)).check(CHASSIS);
    }

    @Test
    void theFoldOfActsIsPlainJava() {
        classes()
                .that()
                .resideInAPackage("..chassis.timeline..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "..chassis.timeline..")
                .check(CHASSIS);
    }

    @Test
    void itsPackagesAreFreeOfCycles() {
        slices().matching("city.planofrecord.chassis.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CHASSIS);
    }

    /** So that what a city sets for TLS and logins reaches every client there is. */
    @Test
    void clientsOfKafkaAreMadeByTheEventsOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..chassis.event..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka.clients..")
                .check(CHASSIS);
    }

    @Test
    void documentsAreReadWithoutAServiceAroundThem() {
        noClasses()
                .that()
                .resideInAPackage("..chassis.document..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ws..",
                        "jakarta.inject..",
                        "jakarta.enterprise..",
                        "org.apache.kafka..",
                        "org.jdbi..",
                        "io.quarkus..")
                .check(CHASSIS);
    }

    private static ArchCondition<JavaClass> be(DescribedPredicate<JavaClass> named) {
        return ArchCondition.from(named);
    }
}
