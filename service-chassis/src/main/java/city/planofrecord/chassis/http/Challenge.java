package city.planofrecord.chassis.http;

import java.net.URI;

import jakarta.ws.rs.core.HttpHeaders;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The answer to who is not known (RFC 6750). */
final class Challenge {

    private Challenge() {}

    static HttpProblem problem(String detail) {
        return HttpProblem.builder()
                .withType(URI.create("/problems/" + ProblemKind.UNAUTHENTICATED.slug()))
                .withTitle(ProblemKind.UNAUTHENTICATED.title())
                .withStatus(ProblemKind.UNAUTHENTICATED.status())
                .withDetail(detail)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
