create table job_class (
  id uuid not null,
  revision bigint not null default 0,
  last_recorded_at timestamptz not null default 'epoch',
  constraint pk_job_class primary key (id)
);
comment on table job_class is 'Job classes; the row is locked first by every write';
comment on column job_class.id is 'Never changes, whatever the class is called';
comment on column job_class.revision is 'Number of acts so far; orders its events and is what If-Match compares';
comment on column job_class.last_recorded_at is 'When the last act was recorded';

create table job_class_act (
  id uuid not null,
  subject_id uuid not null,
  revision bigint not null,
  kind text not null,
  effective_from date not null,
  effective_until date,
  fields jsonb not null,
  existence boolean,
  cancels uuid,
  authority jsonb not null,
  reason text not null,
  actor text not null,
  late boolean not null,
  recorded_at timestamptz not null,
  constraint pk_job_class_act primary key (id),
  constraint uq_job_class_act_revision unique (subject_id, revision),
  constraint fk_job_class_act_class foreign key (subject_id) references job_class (id),
  constraint fk_job_class_act_cancels foreign key (cancels) references job_class_act (id),
  constraint ck_job_class_act_kind check (kind in ('ESTABLISHED', 'AMENDED', 'CORRECTED', 'CANCELLED', 'ABOLISHED')),
  constraint ck_job_class_act_period check (effective_until > effective_from)
);
comment on table job_class_act is 'What was recorded on job classes; append-only';
comment on column job_class_act.id is 'Id of the act';
comment on column job_class_act.subject_id is 'Class';
comment on column job_class_act.revision is 'Revision that the act raised the class to: the order of recording';
comment on column job_class_act.kind is 'What the act does';
comment on column job_class_act.effective_from is 'First day it speaks of';
comment on column job_class_act.effective_until is 'End of a correction''s period, exclusive';
comment on column job_class_act.fields is 'Only the fields that it sets';
comment on column job_class_act.existence is 'Whether the class exists from the date on, where the act says so';
comment on column job_class_act.cancels is 'Act that a cancellation takes out';
comment on column job_class_act.authority is 'What allows it';
comment on column job_class_act.reason is 'Why, in words';
comment on column job_class_act.actor is 'Role or service that recorded it';
comment on column job_class_act.late is 'Whether it was recorded on or after the date it speaks of';
comment on column job_class_act.recorded_at is 'When, by the database''s clock';

create table job_class_row (
  subject_id uuid not null,
  effective_from date not null,
  effective_until date,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  act_id uuid not null,
  image jsonb not null,
  job_code text not null generated always as (image ->> 'jobCode') stored,
  title text not null generated always as (image ->> 'title') stored,
  occupational_group text generated always as (image ->> 'occupationalGroup') stored,
  series text generated always as (image ->> 'series') stored,
  flsa_status text generated always as (image ->> 'flsaStatus') stored,
  words tsvector generated always as (
    setweight(to_tsvector('english', image ->> 'title'), 'A')
    || setweight(jsonb_to_tsvector('english', coalesce(image -> 'specification', '{}') - 'sources', '["string"]'), 'B')) stored,
  constraint fk_job_class_row_class foreign key (subject_id) references job_class (id),
  constraint fk_job_class_row_act foreign key (act_id) references job_class_act (id),
  constraint ck_job_class_row_period check (effective_until > effective_from),
  constraint ck_job_class_row_belief check (superseded_at >= recorded_at),
  constraint ex_job_class_row_period exclude using gist (
    subject_id with =, daterange(effective_from, effective_until) with &&)
    where (superseded_at is null) deferrable initially deferred,
  constraint ex_job_class_row_code exclude using gist (
    job_code with =, daterange(effective_from, effective_until) with &&)
    where (superseded_at is null) deferrable initially deferred
);
create index ix_job_class_row_subject on job_class_row (subject_id, effective_from);
create index ix_job_class_row_code on job_class_row (job_code, effective_from);
create index ix_job_class_row_words on job_class_row using gin (words);
create index ix_job_class_row_title on job_class_row using gin (title gin_trgm_ops);
comment on table job_class_row is 'Images of job classes, half-open on both axes; only superseded_at is ever updated, once';
comment on column job_class_row.subject_id is 'Class';
comment on column job_class_row.effective_from is 'First day of the image';
comment on column job_class_row.effective_until is 'Day on which it ends, exclusive; null without end';
comment on column job_class_row.recorded_at is 'From when on it was believed';
comment on column job_class_row.superseded_at is 'From when on it was not; null while it is';
comment on column job_class_row.act_id is 'Act that it dates from';
comment on column job_class_row.image is 'Every field of the class';
comment on column job_class_row.job_code is 'Job code, unique among classes on a day';
comment on column job_class_row.title is 'Title';
comment on column job_class_row.occupational_group is 'Occupational group';
comment on column job_class_row.series is 'Class series';
comment on column job_class_row.flsa_status is 'FLSA status';
comment on column job_class_row.words is 'Words of title and specification for full-text search';
