package city.planofrecord.local.city;

import java.util.List;
import java.util.Locale;
import java.util.Random;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import city.planofrecord.local.city.Words.Family;

/** Short class specifications, with the sections that every one has. */
final class Specifications {

    private static final List<String> DUTIES = List.of(
            "Keeps the records of %s in order and finds what others ask for.",
            "Plans the %s work of the week with those who share it.",
            "Looks into complaints about %s and answers them in writing.",
            "Trains new employees in the procedures of %s.",
            "Writes the monthly report on %s.",
            "Checks the figures of %s and clears up what does not agree.",
            "Meets with other agencies on matters of %s.",
            "Prepares what the supervisor needs to decide on %s.",
            "Keeps the tools and equipment of %s fit for use.");

    private static final List<String> COMPETENCIES = List.of(
            "Attention to Detail - Does thorough work and leaves nothing out.",
            "Teamwork - Helps others reach what all of them work for.",
            "Reasoning - Finds the rule behind single cases and applies it.",
            "Customer Service - Asks what people need and sees that they get it.",
            "Writing - Puts facts down so that they are read once and understood.",
            "Planning - Puts first what has to be done first.",
            "Integrity - Does what was promised, also where nobody looks.");

    private Specifications() {}

    /** @param step how far up its series the class stands, from 0 */
    static ObjectNode of(String title, Family family, int step, Random chance) {
        var field = family.field().toLowerCase(Locale.ROOT);
        var specification = JsonNodeFactory.instance.objectNode();
        specification.put("template", "2011").put("title", title);
        specification.put(
                "generalStatement",
                (step == 0 ? "Does the simpler part of " : "Does demanding and varied parts of ") + field
                        + " work as a " + family.role().name().toLowerCase(Locale.ROOT) + ".");
        specification
                .putArray("decisionMaking")
                .add(
                        step == 0
                                ? "Instructions cover nearly all of the work."
                                : "Guides exist but leave much to judge.");
        specification
                .putArray("supervisionExercised")
                .add(step < 2 ? "None in the ordinary course." : "Leads a group and reviews its work.");
        var duties = specification.putArray("essentialDuties");
        some(DUTIES, 4, chance).forEach(duty -> duties.addObject().put("text", duty.formatted(field)));
        var competencies = specification.putArray("competencies");
        some(COMPETENCIES, 3, chance).forEach(competency -> {
            var parts = competency.split(" - ", 2);
            competencies.addObject().put("name", parts[0]).put("definition", parts[1]);
        });
        specification.put(
                "education", step < 2 ? "High school diploma or its equivalent" : "A degree in a fitting field");
        specification.put(
                "experience",
                step == 0 ? "None" : (step + chance.nextInt(2)) + " years in " + field + " or in work like it");
        specification.put("probationPeriod", "Six months");
        return specification;
    }

    private static List<String> some(List<String> all, int count, Random chance) {
        var start = chance.nextInt(all.size());
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> all.get((start + i) % all.size()))
                .toList();
    }
}
