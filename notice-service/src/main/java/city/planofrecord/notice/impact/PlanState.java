package city.planofrecord.notice.impact;

import java.util.Map;
import java.util.UUID;

import city.planofrecord.notice.preview.ClassImage;
import city.planofrecord.notice.preview.GradesAfter.PricedGrade;

/**
 * Every class and grade of one day.
 *
 * @param grades by name, number first
 */
record PlanState(Map<UUID, ClassImage> classes, Map<String, PricedGrade> grades) {}
