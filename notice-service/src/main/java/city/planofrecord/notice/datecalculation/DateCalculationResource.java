package city.planofrecord.notice.datecalculation;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import city.planofrecord.chassis.http.Idempotent;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;
import city.planofrecord.notice.notice.CityRules;
import city.planofrecord.notice.noticerule.DateCalculation;
import city.planofrecord.notice.noticerule.DateQuestion;
import city.planofrecord.notice.noticerule.ImpossibleDatesException;

@Path("/date-calculations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dates", description = "What the rules make of the dates of a notice")
public class DateCalculationResource {

    private final CityRules city;

    DateCalculationResource(CityRules city) {
        this.city = city;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            summary = "Work out dates, recording nothing",
            description =
                    "For everybody. Until when a notice of that date is posted, from when it can be heard and, where a decision is "
                            + "supposed, when it takes effect: each with the rule, its citation, the inputs and the steps. judgements says of each "
                            + "time that was given whether it keeps its rule, and where the offices are closed. A law's date or a human's override "
                            + "stands in the place of the rule's, and what it replaced stays visible.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(
                                        name = "Notice 1341, approved on the day of its hearing",
                                        value =
                                                "{\"date\": \"2011-03-23\", \"postedAt\": \"2011-03-23T09:00:00-06:00\","
                                                        + " \"hearingAt\": \"2011-04-07T17:00:00-06:00\", \"decidedOn\": \"2011-04-07\"}"),
                                @ExampleObject(
                                        name = "With its deadlines, and another date",
                                        value =
                                                "{\"date\": \"2011-03-23\", \"hearingAt\": \"2011-04-07T17:00:00-06:00\","
                                                        + " \"commentsUntil\": \"2011-04-06T08:00:00-06:00\", \"speakersUntil\": \"2011-04-05T12:00:00-06:00\","
                                                        + " \"decidedOn\": \"2011-04-07\", \"override\": {\"date\": \"2011-04-24\","
                                                        + " \"citation\": \"Memorandum of 8 April 2011\", \"reason\": \"The payroll of 10 April is closed.\"}}")
                            }))
    @APIResponse(responseCode = "200", description = "The dates")
    @APIResponse(responseCode = "400", description = "The body cannot be read")
    @APIResponse(
            responseCode = "422",
            description = "The dates cannot all be true, or the rules do not say what they must for that date")
    public RestResponse<DateCalculation.Answer> calculate(@NotNull DateQuestion question) {
        // A record of another package has no bounds of ours; JSON can leave any field out.
        if ((Object) question.date() == null) {
            throw Refused.invalid(List.of(Violation.at(
                    "/date", "Give the date of the notice: it decides by which rules it is judged.", null, "a date")));
        }
        city.on(question.date());
        try {
            return RestResponse.ok(new DateCalculation(city.all(), city.zone()).calculate(question));
        } catch (ImpossibleDatesException e) {
            throw Refused.invalid(List.of(Violation.at("/" + e.field(), String.valueOf(e.getMessage()))));
        }
    }
}
