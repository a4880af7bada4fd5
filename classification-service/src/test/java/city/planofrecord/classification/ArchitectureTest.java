package city.planofrecord.classification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("city.planofrecord.classification");

    private static final String[] TECHNICAL = {
        "jakarta.ws.rs..",
        "jakarta.inject..",
        "jakarta.enterprise..",
        "jakarta.persistence..",
        "jakarta.transaction..",
        "io.quarkus..",
        "io.cloudevents..",
        "org.apache.kafka..",
        "org.hibernate..",
        "org.jboss..",
        "org.jdbi..",
        "java.sql.."
    };

    @Test
    void readingASpecificationKnowsNoHttpNoKafkaNoContainerAndNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage("..specification..")
                .and()
                .haveSimpleNameNotContaining("Resource")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNICAL)
                .check(OURS);
    }

    @Test
    void comparingClassesKnowsNoHttpNoKafkaNoContainerAndNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage("..classcomparison..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNICAL)
                .check(OURS);
    }

    @Test
    void whatIsHeardOfNoticesDependsOnNoOtherFeature() {
        noClasses()
                .that()
                .resideInAPackage("..proposal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..jobclass..",
                        "..specification..",
                        "..noticebatch..",
                        "..gradeassignment..",
                        "..classcomparison..",
                        "..classdiff..")
                .check(OURS);
    }

    @Test
    void codesAndImagesOfAClassAreValues() {
        noClasses()
                .that()
                .haveNameMatching(
                        ".*\\.jobclass\\.(JobCode|JobClassImage|FlsaStatus|FlsaExemption|Eeo4Category|SocCode)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNICAL)
                .check(OURS);
    }

    @Test
    void theRulesOfSearchingAndOfLineageArePlain() {
        noClasses()
                .that()
                .haveNameMatching(".*\\.classsearch\\.(Words|Spelling|Sought|Highlights|Question)(\\$.*)?")
                .or()
                .haveNameMatching(".*\\.lineage\\.(Life|Link|Lineage|Statements)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNICAL)
                .check(OURS);
    }

    @Test
    void featurePackagesAreFreeOfCycles() {
        slices().matching("city.planofrecord.classification.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }

    @Test
    void noClassOfAnotherServiceIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "city.planofrecord.paygrade..", "city.planofrecord.notice..", "city.planofrecord.local..")
                .check(OURS);
    }

    @Test
    void whatIsHeardOfGradesDependsOnNoOtherFeature() {
        noClasses()
                .that()
                .resideInAPackage("..gradeassignment..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..jobclass..", "..specification..", "..noticebatch..")
                .check(OURS);
    }
}
