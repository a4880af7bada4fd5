package city.planofrecord.notice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("city.planofrecord.notice");

    private static final String[] TECHNICAL = {
        "jakarta.ws.rs..",
        "jakarta.persistence..",
        "jakarta.transaction..",
        "jakarta.enterprise..",
        "jakarta.inject..",
        "org.apache.kafka..",
        "io.cloudevents..",
        "io.quarkus..",
        "org.hibernate..",
        "org.jdbi..",
        "org.jboss.resteasy.."
    };

    @Test
    void readingAndRulesKnowNoTechnique() {
        noClasses()
                .that()
                .resideInAnyPackage("..noticedocument..", "..noticerule..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNICAL)
                .check(CLASSES);
    }

    @Test
    void lifeGateDecisionAndExchangeKnowNoTechnique() {
        noClasses()
                .that()
                .haveNameMatching(
                        ".*\\.notice\\.(Notice|Draft|ProposedItem|ProposedAction.*|ItemCourse|GradeName|Terms|PublicNotice)")
                .or()
                .haveNameMatching(
                        ".*\\.publishgate\\.(PublishGate.*|ClassRules|GradeRules|DeadlineRules|ProvisionalRules|Overriding.*|WholeNotice|Plan|Findings|GateFinding)")
                .or()
                .haveNameMatching(".*\\.decision\\.(BoardDecision.*|DecisionTime|Approval)")
                .or()
                .haveNameMatching(".*\\.enactment\\.(NamedNotices|Enactable|Lapse)")
                .or()
                .haveNameMatching(
                        ".*\\.(posting\\.(PostingTime|CanonicalJson|PostedDocument)|hearing\\.NewHearing.*|withdrawal\\.WithdrawalTime)")
                .or()
                .haveNameMatching(
                        ".*\\.(correspondence\\.(PublicText.*|Contact|Receipt|Submission|Ruling|RobotRule|RobotSign|FormSeen.*)|comment\\.CommentDecision|speaker\\.SpeakerDecision|agenda\\.Agenda(\\$.*)?)")
                .or()
                .haveNameMatching(
                        ".*\\.(sheet\\.(NoticeSheet|ItemTables|Attachments|SpecificationBlocks|Block.*|Sheet|PlainSheet|PrintedSheet|PrintedTable|Pages|SheetFont|Legible|Wrapped.*|Wording|Sha256)|posting\\.ProofSheet)")
                .or()
                .haveNameMatching(".*\\.registration\\.(OfferedTry.*|Answer|BatchOffer)")
                .or()
                .haveNameMatching(".*\\.preview\\.(PlanAfter|GradesAfter|Conflict.*|Touching|ClassImage|Batch)")
                .or()
                .haveNameMatching(".*\\.impact\\.(PayImpact|NamingImpact|SeriesImpact|Floor|PlanState)")
                .or()
                .haveNameMatching(".*\\.noticeimport\\.(ItemTable|ItemRow|ItemColumn|CellFinding)")
                .or()
                .haveNameMatching(".*\\.publishgate\\.(WholePlan|ScheduleShape|FindingRules|MendingRules)")
                .or()
                .haveNameMatching(
                        ".*\\.(draftfinding\\.Settling|attachment\\.(Attaching|ItemChoice|NewAttachment)|draftdocument\\.HandedIn|draftcomparison\\.(DraftComparison|WhatWasRead|Pointers|AddedValues|ReadValue|ComparedLine)|notice\\.SameItems)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNICAL)
                .check(CLASSES);
    }

    @Test
    void featuresFormNoCycles() {
        slices().matching("city.planofrecord.notice.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void noOtherServicesClassIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("city.planofrecord.classification..", "city.planofrecord.paygrade..")
                .check(CLASSES);
    }
}
