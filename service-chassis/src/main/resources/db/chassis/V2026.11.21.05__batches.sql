create table batch (
  id text not null,
  attempt integer not null,
  edition integer not null,
  reference text not null,
  state text not null,
  offer jsonb not null,
  answer jsonb not null,
  changed_at timestamptz not null default clock_timestamp(),
  constraint pk_batch primary key (id, attempt),
  constraint ck_batch_state check (state in ('HELD', 'REJECTED', 'APPLIED', 'RELEASED'))
);
create index ix_batch_reference on batch (reference);
comment on table batch is 'Batches offered to this register, and what became of them';
comment on column batch.id is 'Id of the batch';
comment on column batch.attempt is 'Number of the try, from 1';
comment on column batch.edition is 'Edition of what was decided';
comment on column batch.reference is 'By what people know the batch';
comment on column batch.state is 'What became of it here';
comment on column batch.offer is 'The batch as it was offered';
comment on column batch.answer is 'What this register answered last';
comment on column batch.changed_at is 'When the state was reached';

create table hold (
  thing text not null,
  batch_id text not null,
  attempt integer not null,
  constraint pk_hold primary key (thing),
  constraint fk_hold_batch foreign key (batch_id, attempt) references batch (id, attempt) deferrable initially deferred
);
create index ix_hold_batch on hold (batch_id, attempt);
comment on table hold is 'What an accepted batch protects until it is confirmed or released';
comment on column hold.thing is 'Id or code that nothing else may write to';
comment on column hold.batch_id is 'Batch that holds it';
comment on column hold.attempt is 'Try of the batch';
