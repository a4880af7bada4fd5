package city.planofrecord.classification.specification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import city.planofrecord.chassis.testing.RealServers;
import city.planofrecord.classification.testing.ClassActs;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "classification"))
class SpecificationImportsIT {

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(Path.of(System.getProperty("samples"), name));
    }

    @Test
    void aDocumentOfTheTemplateOf2018IsReadWhole() throws IOException {
        given().contentType("text/markdown; charset=utf-8")
                .body(sample("specification-ca2433-2018.md"))
                .post("/specification-imports")
                .then()
                .statusCode(200)
                .body("specifications.size()", is(1), "specifications[0].jobCode", is("CA2433"))
                .body("specifications[0].payGrade", is("A-811"), "specifications[0].flsa.status", is("UNKNOWN"))
                .body("findings.code", hasItem("FLSA_NOT_UNDERSTOOD"))
                .body("text", nullValue());
    }

    @Test
    void theAttachmentsOfANoticeAreReadInTheirOrder() throws IOException {
        given().contentType("text/plain; charset=utf-8")
                .body(sample("notice-1341.txt"))
                .post("/specification-imports")
                .then()
                .statusCode(200)
                .body("specifications.title", hasItems("311 Analyst/Trainer", "Contact Center Director"));
    }

    @Test
    void whatIsReadCanBeTheSpecificationOfAClass() throws IOException {
        var specification = given().contentType("text/markdown; charset=utf-8")
                .body(sample("specification-ca2433-2018.md"))
                .post("/specification-imports")
                .then()
                .extract()
                .jsonPath()
                .getMap("specifications[0]");
        var code = ClassActs.code();
        given().contentType("application/json")
                .body(java.util.Map.of(
                        "jobCode",
                        code,
                        "title",
                        "Contact Center Operations Manager",
                        "effectiveFrom",
                        "2018-09-21",
                        "specification",
                        specification,
                        "authority",
                        java.util.Map.of("kind", "OPENING", "citation", "Opening"),
                        "reason",
                        "First load"))
                .post("/job-classes")
                .then()
                .statusCode(201);
        var stored =
                given().get("/job-classes/" + code).then().extract().jsonPath().getMap("specification");
        assertThat(stored).isEqualTo(specification);
    }

    @Test
    void whatIsNoSpecificationIsRefusedWithTheReason() {
        given().contentType("text/plain; charset=utf-8")
                .body("A letter about nothing in particular.\n")
                .post("/specification-imports")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/unreadable-document"));
        given().contentType("application/pdf")
                .body(new byte[] {1, 2, 3, 0, 5})
                .post("/specification-imports")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
        given().contentType("image/png")
                .body(new byte[] {1, 2, 3})
                .post("/specification-imports")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        given().contentType("text/plain; charset=utf-8")
                .body(new byte[20 * 1024 * 1024])
                .post("/specification-imports")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
        given().contentType("text/plain; charset=utf-8")
                .body(new ByteArrayInputStream(new byte[20 * 1024 * 1024]))
                .post("/specification-imports")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }
}
