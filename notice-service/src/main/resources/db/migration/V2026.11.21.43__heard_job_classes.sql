create table heard_job_class (
  id uuid not null,
  revision bigint not null default 0,
  received_at timestamptz not null default 'epoch',
  constraint pk_heard_job_class primary key (id)
);
comment on table heard_job_class is 'Job classes as the class register has told of them';
comment on column heard_job_class.id is 'Id that their owner gave';
comment on column heard_job_class.revision is 'Last revision that was heard';
comment on column heard_job_class.received_at is 'When it was heard';

create table heard_job_class_row (
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
  title text generated always as (image ->> 'title') stored,
  constraint fk_heard_job_class_row_subject foreign key (subject_id) references heard_job_class (id)
);
create unique index ix_heard_job_class_row_now on heard_job_class_row (subject_id, effective_from) where superseded_at is null;
create index ix_heard_job_class_row_job_code on heard_job_class_row (job_code);
create index ix_heard_job_class_row_title on heard_job_class_row (title);
comment on table heard_job_class_row is 'Their images by period, by when they were heard';
comment on column heard_job_class_row.subject_id is 'Whose image it is';
comment on column heard_job_class_row.effective_from is 'First day, inclusive';
comment on column heard_job_class_row.effective_until is 'End, exclusive; null where there is none';
comment on column heard_job_class_row.recorded_at is 'When their owner recorded it';
comment on column heard_job_class_row.received_at is 'From when on it was known here';
comment on column heard_job_class_row.superseded_at is 'Until when it was known here; null where it still is';
comment on column heard_job_class_row.act_id is 'Act of the owner that made it';
comment on column heard_job_class_row.authority is 'What allowed that act';
comment on column heard_job_class_row.image is 'The fields in that period';
comment on column heard_job_class_row.job_code is 'Job code of the period';
comment on column heard_job_class_row.title is 'Title of the period';
