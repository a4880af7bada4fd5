/** What every HTTP answer of the services has in common: problems, revisions, pages, idempotent writes. */
@NullMarked
package city.planofrecord.chassis.http;

import org.jspecify.annotations.NullMarked;
