package city.planofrecord.notice.correspondence;

import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import city.planofrecord.chassis.http.Violation;

/**
 * Who wrote, and how they can be reached: personal data. It is stored apart from what they wrote.
 *
 * @param address postal or e-mail, as written
 */
@Schema(description = "Who wrote, and how they can be reached: personal data")
public record Contact(
        String name, @Nullable String phone, @Nullable String address) {

    public static final int NAME_BYTES = 200;
    public static final int PHONE_BYTES = 50;
    public static final int ADDRESS_BYTES = 500;

    /** @param wrong gets what is wrong, without what was written */
    public static Optional<Contact> of(
            @Nullable String name, @Nullable String phone, @Nullable String address, List<Violation> wrong) {
        var before = wrong.size();
        var read = PublicText.ofLine("/name", name, NAME_BYTES, wrong);
        var readPhone =
                phone == null ? Optional.<PublicText>empty() : PublicText.ofLine("/phone", phone, PHONE_BYTES, wrong);
        var readAddress = address == null
                ? Optional.<PublicText>empty()
                : PublicText.ofLines("/address", address, ADDRESS_BYTES, wrong);
        return wrong.size() > before
                ? Optional.empty()
                : read.map(given -> new Contact(
                        given.text(),
                        readPhone.map(PublicText::text).orElse(null),
                        readAddress.map(PublicText::text).orElse(null)));
    }

    /** Whether they left a telephone number or an address. */
    boolean canBeTold() {
        return phone != null || address != null;
    }

    /** Says nothing of the person, so that no log ever does. */
    @Override
    public String toString() {
        return "Contact[not shown]";
    }
}
