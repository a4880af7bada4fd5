package city.planofrecord.chassis.snapshot;

import java.util.List;

/**
 * A register, or a part of it, as rows.
 *
 * @param columns of its CSV, in their order
 */
public record Snapshot(List<Column> columns, SnapshotRows rows) {}
