create table enactment (
  id uuid not null,
  ordinance text not null,
  ordinance_key text not null,
  enacted_on date not null,
  outcome text not null,
  reason text,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint pk_enactment primary key (id),
  constraint uq_enactment_ordinance unique (ordinance_key),
  constraint ck_enactment_outcome check (outcome in ('ENACTED', 'REFUSED')),
  constraint ck_enactment_reason check (outcome = 'ENACTED' or reason is not null)
);
comment on table enactment is 'What the Council did with approved items, one row for each ordinance';
comment on column enactment.id is 'Id of the enactment (UUIDv7)';
comment on column enactment.ordinance is 'Citation of the ordinance, or of the bill that was refused';
comment on column enactment.ordinance_key is 'The ordinance without regard to case and spaces';
comment on column enactment.enacted_on is 'Day on which the Council decided';
comment on column enactment.outcome is 'Whether the Council enacted or refused';
comment on column enactment.reason is 'Why the Council refused';
comment on column enactment.recorded_at is 'When it was recorded';

create table enacted_item (
  enactment_id uuid not null,
  notice_id uuid not null,
  number text not null,
  edition integer not null,
  item integer not null,
  mode text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint pk_enacted_item primary key (notice_id, item),
  constraint fk_enacted_item_enactment foreign key (enactment_id) references enactment (id),
  constraint fk_enacted_item_notice foreign key (notice_id) references notice (id),
  constraint ck_enacted_item_mode check (mode in ('BEFORE', 'PROVISIONAL'))
);
create index ix_enacted_item_enactment on enacted_item (enactment_id);
comment on table enacted_item is 'Items on which the Council decided, each once; append-only';
comment on column enacted_item.enactment_id is 'What the Council did';
comment on column enacted_item.notice_id is 'Edition whose item it is';
comment on column enacted_item.number is 'Number of the notice';
comment on column enacted_item.edition is 'Which posting under the number, from 1';
comment on column enacted_item.item is 'Number of the item';
comment on column enacted_item.mode is 'Whether the item waited for the Council, or was approved provisionally';
comment on column enacted_item.recorded_at is 'When it was recorded';
