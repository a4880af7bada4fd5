create table inbox (
  source text not null,
  event_id text not null,
  handled_at timestamptz not null default clock_timestamp(),
  constraint pk_inbox primary key (source, event_id)
);
create index ix_inbox_handled_at on inbox (handled_at);
comment on table inbox is 'Events of others that have been handled, noted in the transaction of the work';
comment on column inbox.source is 'CloudEvents source';
comment on column inbox.event_id is 'CloudEvents id, unique within the source';
comment on column inbox.handled_at is 'When; rows are pruned by it';

create table parked_event (
  id bigint generated always as identity,
  topic text not null,
  kafka_partition integer not null,
  kafka_offset bigint not null,
  key text,
  headers bytea not null,
  value bytea,
  reason text not null,
  parked_at timestamptz not null default clock_timestamp(),
  dead_lettered_at timestamptz,
  replayed_at timestamptz,
  constraint pk_parked_event primary key (id),
  constraint uq_parked_event_place unique (topic, kafka_partition, kafka_offset)
);
create index ix_parked_event_key on parked_event (topic, key) where replayed_at is null;
comment on table parked_event is 'Records that could not be processed, and those of the same key behind them';
comment on column parked_event.id is 'Number by which an operator names it';
comment on column parked_event.topic is 'Topic it came from';
comment on column parked_event.kafka_partition is 'Partition it came from';
comment on column parked_event.kafka_offset is 'Offset it came from';
comment on column parked_event.key is 'Key of the record';
comment on column parked_event.headers is 'Headers of the record, each as name, length, content';
comment on column parked_event.value is 'Value of the record as it was';
comment on column parked_event.reason is 'Why it was parked';
comment on column parked_event.parked_at is 'When it was parked';
comment on column parked_event.dead_lettered_at is 'When it was sent to the dead-letter topic';
comment on column parked_event.replayed_at is 'When an operator had it processed after all';
