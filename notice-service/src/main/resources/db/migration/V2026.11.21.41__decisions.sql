create table decision (
  id uuid not null,
  notice_id uuid not null,
  decided_on date not null,
  body text not null,
  outcome text not null,
  items jsonb not null,
  votes jsonb,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint pk_decision primary key (id),
  constraint fk_decision_notice foreign key (notice_id) references notice (id),
  constraint ck_decision_outcome check (outcome in ('APPROVED', 'DENIED', 'CONTINUED', 'BY_ITEM'))
);
create index ix_decision_notice on decision (notice_id);
comment on table decision is 'What was decided on notices, as it was recorded';
comment on column decision.id is 'Id of the decision (UUIDv7)';
comment on column decision.notice_id is 'Edition that was decided on';
comment on column decision.decided_on is 'Day of the decision';
comment on column decision.body is 'Who decided';
comment on column decision.outcome is 'Outcome for the whole, or BY_ITEM';
comment on column decision.items is 'Outcome of each item that was decided';
comment on column decision.votes is 'Votes, by how they were cast';
comment on column decision.recorded_at is 'When it was recorded';
