package city.planofrecord.notice.notice;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The two registers that record what a notice changes. */
public enum RegisterName {
    CLASSIFICATION,
    PAYGRADE;

    /** The name that the register bears in its answers. */
    @JsonValue
    public String inEvents() {
        return name().toLowerCase(Locale.ROOT);
    }
}
