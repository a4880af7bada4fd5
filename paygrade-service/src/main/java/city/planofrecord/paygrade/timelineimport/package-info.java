/** Whole timelines taken as a snapshot gives them. */
@NullMarked
package city.planofrecord.paygrade.timelineimport;

import org.jspecify.annotations.NullMarked;
