create table decided_batch (
  id uuid not null,
  notice_id uuid not null,
  decision_id uuid not null,
  constraint pk_decided_batch primary key (id),
  constraint fk_decided_batch_notice foreign key (notice_id) references notice (id),
  constraint fk_decided_batch_decision foreign key (decision_id) references decision (id)
);
create index ix_decided_batch_notice on decided_batch (notice_id);
comment on table decided_batch is 'Approved items that both registers record, or neither';
comment on column decided_batch.id is 'Id of the batch (UUIDv7)';
comment on column decided_batch.notice_id is 'Edition whose items they are';
comment on column decided_batch.decision_id is 'Decision that approved them';

create table decided_batch_try (
  batch_id uuid not null,
  attempt integer not null,
  state text not null,
  offer jsonb not null,
  offered_at timestamptz not null default clock_timestamp(),
  constraint pk_decided_batch_try primary key (batch_id, attempt),
  constraint fk_decided_batch_try_batch foreign key (batch_id) references decided_batch (id),
  constraint ck_decided_batch_try_state check (state in ('OFFERED', 'CONFIRMED', 'RELEASED', 'APPLIED'))
);
comment on table decided_batch_try is 'Each time that a batch was offered to the registers';
comment on column decided_batch_try.batch_id is 'Batch';
comment on column decided_batch_try.attempt is 'Number of the try, from 1';
comment on column decided_batch_try.state is 'How far it has come';
comment on column decided_batch_try.offer is 'Batch as it was offered';
comment on column decided_batch_try.offered_at is 'When it was offered';

create table decided_batch_answer (
  batch_id uuid not null,
  attempt integer not null,
  register text not null,
  answer text not null,
  items jsonb not null,
  received_at timestamptz not null default clock_timestamp(),
  constraint pk_decided_batch_answer primary key (batch_id, attempt, register, answer),
  constraint fk_decided_batch_answer_try foreign key (batch_id, attempt) references decided_batch_try (batch_id, attempt),
  constraint ck_decided_batch_answer_register check (register in ('CLASSIFICATION', 'PAYGRADE')),
  constraint ck_decided_batch_answer_answer check (answer in ('ACCEPTED', 'REJECTED', 'APPLIED'))
);
comment on table decided_batch_answer is 'What the registers have answered, each answer once';
comment on column decided_batch_answer.batch_id is 'Batch';
comment on column decided_batch_answer.attempt is 'Try that was answered';
comment on column decided_batch_answer.register is 'Register that answered';
comment on column decided_batch_answer.answer is 'Its answer';
comment on column decided_batch_answer.items is 'State of each item that it acts on, with its reason where it refuses one';
comment on column decided_batch_answer.received_at is 'When the answer was received';
