/** From which classes a class comes and which take its place. */
@NullMarked
package city.planofrecord.classification.lineage;

import org.jspecify.annotations.NullMarked;
