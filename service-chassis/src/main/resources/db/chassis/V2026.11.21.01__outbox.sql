create table outbox (
  seq bigint generated always as identity,
  id uuid not null,
  aggregatetype text not null,
  aggregateid text not null,
  type text not null,
  subject text not null,
  payload jsonb not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  sequence bigint not null,
  batch_id text,
  batch_index integer,
  batch_size integer,
  in_feed boolean not null,
  position bigint,
  constraint pk_outbox primary key (id),
  constraint ck_outbox_batch check ((batch_id is null) = (batch_index is null) and (batch_id is null) = (batch_size is null))
);
create unique index ix_outbox_position on outbox (position) where position is not null;
create index ix_outbox_unplaced on outbox (seq) where position is null;
comment on table outbox is 'Events that commit with their change, in the shape that Debezium''s outbox event router reads';
comment on column outbox.seq is 'Drawn after the lock of the thing: the order of events within it';
comment on column outbox.id is 'Id of the event (UUIDv7)';
comment on column outbox.aggregatetype is 'Topic without its prefix';
comment on column outbox.aggregateid is 'Key of the message';
comment on column outbox.type is 'Type of the event without its prefix';
comment on column outbox.subject is 'CloudEvents subject';
comment on column outbox.payload is 'Data of the event';
comment on column outbox.occurred_at is 'When what it tells of was recorded';
comment on column outbox.recorded_at is 'When the event was written; events are pruned by it';
comment on column outbox.sequence is 'Revision of the thing';
comment on column outbox.batch_id is 'Batch that the event belongs to, where it is one of many';
comment on column outbox.batch_index is 'Place in the batch, from 0';
comment on column outbox.batch_size is 'Number of events in the batch';
comment on column outbox.in_feed is 'Whether GET /changes shows it';
comment on column outbox.position is 'Place in the feed, given after the commit by one sequencer at a time';

create table outbox_feed (
  only_one boolean not null default true,
  last_position bigint not null default 0,
  sent_position bigint not null default 0,
  pruned_position bigint not null default 0,
  constraint pk_outbox_feed primary key (only_one),
  constraint ck_outbox_feed_only_one check (only_one)
);
insert into outbox_feed default values;
comment on table outbox_feed is 'How far the feed has come; one row';
comment on column outbox_feed.only_one is 'Keeps the table at one row';
comment on column outbox_feed.last_position is 'Last position given';
comment on column outbox_feed.sent_position is 'Last position that Kafka has acknowledged';
comment on column outbox_feed.pruned_position is 'Last position that is no longer kept';
