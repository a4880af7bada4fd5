package city.planofrecord.local.story;

/** The story cannot go on, or did not end as it should; the message says why. */
public final class StoryFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoryFailure(String message) {
        super(message);
    }
}
