package city.planofrecord.notice.noticeimport;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import city.planofrecord.notice.notice.DraftFinding;

/** What the reader of specifications found; of its answer this service takes what it knows. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReadSpecifications(List<ObjectNode> specifications, List<DraftFinding> findings) {

    ReadSpecifications(@Nullable List<ObjectNode> specifications, @Nullable List<DraftFinding> findings) {
        this.specifications = specifications == null ? List.of() : List.copyOf(specifications);
        this.findings = findings == null ? List.of() : List.copyOf(findings);
    }
}
