alter table decided_batch alter column decision_id drop not null;
comment on table decided_batch is 'Items that both registers record, or revise, or neither does';
comment on column decided_batch.decision_id is 'Decision that approved them; null where the batch revises what earlier ones recorded';
