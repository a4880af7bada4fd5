create table batch_act (
  seq bigint generated always as identity,
  batch_id text not null,
  item integer not null,
  ledger text not null,
  subject_id uuid not null,
  act_id uuid not null,
  constraint pk_batch_act primary key (seq),
  constraint uq_batch_act_act unique (act_id)
);
create index ix_batch_act_batch on batch_act (batch_id);
comment on table batch_act is 'Which act was recorded for which item of which batch, so that the item can be revised later';
comment on column batch_act.seq is 'Order of recording';
comment on column batch_act.batch_id is 'Id of the batch';
comment on column batch_act.item is 'Number of the item';
comment on column batch_act.ledger is 'Table of the ledger';
comment on column batch_act.subject_id is 'Thing that the act is on';
comment on column batch_act.act_id is 'The act';
