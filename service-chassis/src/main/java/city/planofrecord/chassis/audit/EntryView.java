package city.planofrecord.chassis.audit;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is shown: what its content says, beside the content itself. What was tampered with is shown as it is now.
 *
 * @param number in the chain, from 1
 * @param previous the hash of the entry before
 * @param hash SHA-256 of the content in UTF-8
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditEntry", description = "Who changed what of a thing, and when")
public record EntryView(
        @Schema(description = "Kind of the thing that was changed")
        String aggregate,

        @Schema(description = "Which thing of that kind") String id,

        @Schema(examples = "1", description = "Place in the chain of the thing, from 1 without a gap")
        long number,

        @Schema(description = "When it was entered") Instant at,

        @Nullable
        @Schema(
                type = SchemaType.STRING,
                examples = "director",
                description = "The role, or the service whose event it was")
        JsonNode actor,

        @Nullable @Schema(type = SchemaType.STRING, description = "Who it was; absent where it was the public")
        JsonNode subject,

        @Nullable @Schema(type = SchemaType.STRING, description = "From where; absent where it was the public")
        JsonNode address,

        @Nullable
        @Schema(
                type = SchemaType.STRING,
                description =
                        "Id of the request, as it was answered in X-Request-Id; of what an event has set off, the id of its trace")
        JsonNode request,

        @Nullable
        @Schema(
                type = SchemaType.STRING,
                description =
                        "Id of the trace, the same in every service for all that one request has set off; absent where it is the request's")
        JsonNode trace,

        @Nullable
        @Schema(
                type = SchemaType.STRING,
                examples = "POST /things/7/amendments",
                description = "What was asked for, or the type of the event")
        JsonNode operation,

        @Nullable
        @Schema(
                implementation = Alteration[].class,
                description = "Every place that was changed, with what stood there before and after")
        JsonNode changes,

        @Nullable @Schema(type = SchemaType.STRING, description = "Hash of the entry before; 64 zeros in the first")
        JsonNode previous,

        @Schema(description = "SHA-256 of content in UTF-8, in hexadecimal digits")
        String hash,

        @Schema(description = "The entry as it was written, byte for byte: what the hash is of")
        String content) {

    static EntryView of(TrailEntry entry, ObjectMapper json) {
        var content = read(entry.content(), json);
        return new EntryView(
                entry.chain().aggregate(),
                entry.chain().id(),
                entry.number(),
                entry.at(),
                content.get("actor"),
                content.get("subject"),
                content.get("address"),
                content.get("request"),
                content.get("trace"),
                content.get("operation"),
                content.get("changes"),
                content.get("previous"),
                entry.hash(),
                entry.content());
    }

    private static JsonNode read(String content, ObjectMapper json) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException e) {
            // What is no entry any more is still shown, so that it can be named.
            return MissingNode.getInstance();
        }
    }

    /** All entries about one thing, from the first to the last, as one document that can be checked by itself. */
    @Schema(name = "AuditChain", description = "All entries about one thing, in their order")
    public record ChainView(
            String aggregate,
            String id,
            List<EntryView> entries,

            @Schema(description = "The last entry") HeadView head) {}

    /** The last entry of a chain: who knows it knows whether any before it was altered. */
    @Schema(name = "AuditHead")
    public record HeadView(@Schema(examples = "12") long number, String hash) {}
}
