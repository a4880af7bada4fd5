/** What the tests of this service play: the registers, and the reader of specifications. */
package city.planofrecord.notice.testing;
