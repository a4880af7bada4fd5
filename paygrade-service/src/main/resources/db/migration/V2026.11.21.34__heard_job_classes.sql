create table heard_job_class (
  id uuid not null,
  revision bigint not null default 0,
  received_at timestamptz not null default 'epoch',
  constraint pk_heard_job_class primary key (id)
);
comment on table heard_job_class is 'Job classes that classification-service has told of';
comment on column heard_job_class.id is 'Id of the class';
comment on column heard_job_class.revision is 'Revision of the class that was heard last';
comment on column heard_job_class.received_at is 'When it was heard';

create table heard_job_class_row (
  seq bigint generated always as identity,
  subject_id uuid not null,
  effective_from date not null,
  effective_until date,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  superseded_at timestamptz,
  act_id uuid not null,
  authority jsonb not null,
  image jsonb not null,
  job_code text generated always as (image ->> 'jobCode') stored,
  constraint pk_heard_job_class_row primary key (seq),
  constraint fk_heard_job_class_row_subject foreign key (subject_id) references heard_job_class (id),
  constraint ck_heard_job_class_row_period check (effective_until > effective_from),
  constraint ck_heard_job_class_row_belief check (superseded_at >= received_at),
  constraint ex_heard_job_class_row_periods exclude using gist (subject_id with =, daterange(effective_from, effective_until) with &&)
    where (superseded_at is null) deferrable initially deferred
);
create index ix_heard_job_class_row_job_code on heard_job_class_row (job_code);
create index ix_heard_job_class_row_subject_id on heard_job_class_row (subject_id, effective_from);
comment on table heard_job_class_row is 'Images of job classes as they were told, half-open in effective time and in the time of hearing';
comment on column heard_job_class_row.seq is 'Order of writing';
comment on column heard_job_class_row.subject_id is 'The class';
comment on column heard_job_class_row.effective_from is 'First day of the image';
comment on column heard_job_class_row.effective_until is 'Exclusive; null where there is no end';
comment on column heard_job_class_row.recorded_at is 'When its owner recorded it';
comment on column heard_job_class_row.received_at is 'From when on it was known here';
comment on column heard_job_class_row.superseded_at is 'From when on it was not';
comment on column heard_job_class_row.act_id is 'Act that the image dates from, of its owner';
comment on column heard_job_class_row.authority is 'What allowed that act';
comment on column heard_job_class_row.image is 'The fields that are kept of it';
comment on column heard_job_class_row.job_code is 'Code that the class bears';

create table announced_job_class (
  id uuid not null,
  effective_from date not null,
  job_code text not null,
  title text,
  constraint pk_announced_job_class primary key (id)
);
comment on table announced_job_class is 'What a recorded batch says of classes, until their owner tells it';
comment on column announced_job_class.id is 'Id of the class';
comment on column announced_job_class.effective_from is 'From when on';
comment on column announced_job_class.job_code is 'Code that the class bears then';
comment on column announced_job_class.title is 'Title of the class then, where the batch sets one';
