package city.planofrecord.paygrade;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("city.planofrecord.paygrade");

    private static final DescribedPredicate<JavaClass> RULES = DescribedPredicate.describe(
            "rules",
            type -> type.getPackageName().matches(".*\\.(code|payrange|soundness)")
                    || type.getName()
                            .matches(
                                    ".*\\.(Adjustment|Adjusted|AdjustmentWords|Floor|GradeLine|Figures|ScheduleStructure|Rounding|Step|CsvTable|TableText|TableRow|PlacedRow|SheetCells|Workbook|WorkbookArchive|PayTable|PayTableHeader|PayTableColumn|PayTableRow|ImportedGrade|BatchItem|BatchCheck|ImportLines|AssignmentAct)(\\$.*)?"));

    @Test
    void rulesKnowNoHttpNoKafkaNoContainerAndNoDatabase() {
        noClasses()
                .that(RULES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ws.rs..",
                        "jakarta.inject..",
                        "jakarta.enterprise..",
                        "jakarta.persistence..",
                        "jakarta.transaction..",
                        "io.quarkus..",
                        "org.jboss..",
                        "org.apache.kafka..",
                        "org.jdbi..",
                        "java.sql..")
                .check(OURS);
    }

    @Test
    void featurePackagesAreFreeOfCycles() {
        slices().matching("city.planofrecord.paygrade.(*)..")
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
                        "city.planofrecord.classification..", "city.planofrecord.notice..", "city.planofrecord.local..")
                .check(OURS);
    }

    @Test
    void resourcesAreNamedSo() {
        classes()
                .that()
                .areAnnotatedWith(jakarta.ws.rs.Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .check(OURS);
    }
}
