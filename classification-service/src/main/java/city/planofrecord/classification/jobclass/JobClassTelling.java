package city.planofrecord.classification.jobclass;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.register.Telling;

/** How events name a class: by the code that it bears on their day. */
final class JobClassTelling implements Telling {

    @Override
    public String stream() {
        return "job-classes";
    }

    @Override
    public String stem() {
        return "job-class";
    }

    @Override
    public String subject(UUID id, @Nullable Map<String, JsonNode> image, LocalDate day) {
        var code = image == null ? null : image.get("jobCode");
        return code == null ? id.toString() : code.asText();
    }
}
