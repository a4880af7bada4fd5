/** One kind of thing with its ledger and the events it tells: the five verbs, their rules, and the turn of the day. */
@NullMarked
package city.planofrecord.chassis.register;

import org.jspecify.annotations.NullMarked;
