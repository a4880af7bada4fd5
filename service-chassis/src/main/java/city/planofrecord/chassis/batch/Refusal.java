package city.planofrecord.chassis.batch;

/** Why a register cannot take an item of a batch, and what to do about it. */
public record Refusal(int item, String reason) {}
