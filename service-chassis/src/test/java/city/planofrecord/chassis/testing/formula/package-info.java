/** Tables that go out to spreadsheets and come in from them: none that goes out holds what a spreadsheet would run. */
@NullMarked
package city.planofrecord.chassis.testing.formula;

import org.jspecify.annotations.NullMarked;
