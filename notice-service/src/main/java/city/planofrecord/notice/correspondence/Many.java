package city.planofrecord.notice.correspondence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

import city.planofrecord.chassis.http.ProblemKind;
import city.planofrecord.chassis.http.Refused;
import city.planofrecord.chassis.http.Violation;

/**
 * Submissions that are named together, in a body's {@code ids}: what is wrong is said of each of them.
 *
 * @param <S> the states that they can have
 */
record Many<S extends Enum<S>>(SubmissionKind<S> kind, String number, List<UUID> ids) {

    Many {
        ids = List.copyOf(ids);
    }

    /** @throws Refused (422) where one is named more than once */
    void requireOnce() {
        var seen = new HashSet<UUID>();
        var twice = wrong((_, id) -> !seen.add(id), "The " + kind.word() + " is named before.", "each once");
        if (!twice.isEmpty()) {
            throw Refused.invalid(twice);
        }
    }

    /**
     * Those that were found, in the order in which they are named.
     *
     * @throws Refused (404) where one was not
     */
    List<Submission<S>> requireAll(List<Submission<S>> found) {
        var known = found.stream().map(Submission::id).collect(Collectors.toSet());
        var unknown = wrong(
                (_, id) -> !known.contains(id),
                "Notice " + number + " has no such " + kind.word() + ".",
                "an id of GET /notices/" + number + "/" + kind.register());
        if (!unknown.isEmpty()) {
            throw new Refused(
                    ProblemKind.NOT_FOUND,
                    unknown.size() + " of the ids " + (unknown.size() == 1 ? "is" : "are") + " of no " + kind.word()
                            + " on notice " + number + "; the violations name each. Nothing was recorded.",
                    unknown);
        }
        var byId = found.stream().collect(Collectors.toMap(Submission::id, Function.identity()));
        return ids.stream().map(byId::get).toList();
    }

    /** @throws Refused (409) where one was decided so already */
    void requireUndecided(List<Submission<S>> found, Ruling<S> ruling) {
        var decided = wrong(
                (place, _) -> found.get(place).state() == ruling.state(),
                "It is " + ruling.state() + " already.",
                "one that is not " + ruling.state());
        if (!decided.isEmpty()) {
            throw new Refused(
                    ProblemKind.CONFLICT,
                    decided.size() + " of them " + (decided.size() == 1 ? "is " : "are ") + ruling.state()
                            + " already; the violations name each. Nothing was recorded.",
                    decided);
        }
    }

    private List<Violation> wrong(BiPredicate<Integer, UUID> isWrong, String message, String expected) {
        var wrong = new ArrayList<Violation>();
        for (var place = 0; place < ids.size(); place++) {
            if (isWrong.test(place, ids.get(place))) {
                wrong.add(Violation.at("/ids/" + place, message, ids.get(place).toString(), expected));
            }
        }
        return wrong;
    }
}
