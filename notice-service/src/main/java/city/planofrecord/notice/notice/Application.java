package city.planofrecord.notice.notice;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How far an approved item has come on its way into the registers.
 *
 * @param byRegister by the register's name; a register that has nothing to do with the item is not there
 */
public record Application(FateState state, Map<String, RegisterFate> byRegister) {

    /** How far an item has come. */
    public enum FateState {
        PENDING,
        HELD,
        APPLIED,
        REJECTED
    }

    /**
     * How far an item has come in one register.
     *
     * @param reason why the register refuses it, and what to do
     */
    public record RegisterFate(FateState state, @Nullable String reason) {}
}
