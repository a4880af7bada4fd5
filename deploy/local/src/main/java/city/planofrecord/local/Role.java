package city.planofrecord.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who may do what; the page on the HTTP interface tells what each may. */
enum Role {
    ANALYST,
    DIRECTOR,
    CLERK,
    MODERATOR,
    AUDITOR,
    OPERATOR;

    /** As it stands in the {@code roles} claim of a token. */
    String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws UsageException where there is no such role; the message names those that there are */
    static Role parse(String text) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(text))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no role '" + text + "'. The roles are "
                        + Arrays.stream(values()).map(Role::claim).collect(Collectors.joining(", "))));
    }
}
