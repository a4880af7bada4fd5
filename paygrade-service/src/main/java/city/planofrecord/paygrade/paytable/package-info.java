/** Pay tables as spreadsheets export them, read and recorded whole or not at all. */
@NullMarked
package city.planofrecord.paygrade.paytable;

import org.jspecify.annotations.NullMarked;
