package city.planofrecord.classification.specification;

import java.util.Optional;
import java.util.regex.Pattern;

/** The job code at the end of a title, as in {@code Senior Planner - CA1234}. */
final class JobCodes {

    private static final Pattern ENDING = Pattern.compile(" ?[-–—(] ?([A-Z]{1,3}[0-9]{3,6}[A-Z]?)\\)?$");
    private static final Pattern CODE = Pattern.compile("[A-Z]{1,3}[0-9]{3,6}[A-Z]?");
    private static final int LONGEST = 16;

    /** A title without its code, and the code. */
    record Titled(String title, String jobCode) {}

    private JobCodes() {}

    static boolean isJobCode(String text) {
        return CODE.matcher(text).matches();
    }

    static Optional<Titled> ending(String text) {
        var code = ENDING.matcher(text).region(Math.max(0, text.length() - LONGEST), text.length());
        return code.find() && code.start() > 0
                ? Optional.of(new Titled(text.substring(0, code.start()).strip(), code.group(1)))
                : Optional.empty();
    }
}
