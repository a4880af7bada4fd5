package city.planofrecord.notice.preview;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an item makes of a class.
 *
 * @param id the class's, or one made up for a class that is established
 * @param before absent where the class is established
 * @param after absent where it is abolished
 */
@Schema(name = "PreviewOfClass")
public record ClassBeforeAndAfter(
        @JsonIgnore UUID id,
        ItemOf by,
        LocalDate effectiveDate,
        @Nullable ClassImage before,
        @Nullable ClassImage after,

        @Schema(
                description = "Fields that differ; empty where it is established or abolished",
                examples = "[\"title\"]")
        List<String> changed) {}
