create table heard_pay_grade (
  id uuid not null,
  revision bigint not null default 0,
  received_at timestamptz not null default 'epoch',
  constraint pk_heard_pay_grade primary key (id)
);
comment on table heard_pay_grade is 'Pay grades as the pay plan has told of them';
comment on column heard_pay_grade.id is 'Id that their owner gave';
comment on column heard_pay_grade.revision is 'Last revision that was heard';
comment on column heard_pay_grade.received_at is 'When it was heard';

create table heard_pay_grade_row (
  subject_id uuid not null,
  effective_from date not null,
  effective_until date,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  superseded_at timestamptz,
  act_id uuid not null,
  authority jsonb not null,
  image jsonb not null,
  grade text generated always as (image ->> 'grade') stored,
  schedule text generated always as (image ->> 'schedule') stored,
  constraint fk_heard_pay_grade_row_subject foreign key (subject_id) references heard_pay_grade (id)
);
create unique index ix_heard_pay_grade_row_now on heard_pay_grade_row (subject_id, effective_from) where superseded_at is null;
create index ix_heard_pay_grade_row_grade on heard_pay_grade_row (grade);
create index ix_heard_pay_grade_row_schedule on heard_pay_grade_row (schedule);
comment on table heard_pay_grade_row is 'Their images by period, by when they were heard';
comment on column heard_pay_grade_row.subject_id is 'Whose image it is';
comment on column heard_pay_grade_row.effective_from is 'First day, inclusive';
comment on column heard_pay_grade_row.effective_until is 'End, exclusive; null where there is none';
comment on column heard_pay_grade_row.recorded_at is 'When their owner recorded it';
comment on column heard_pay_grade_row.received_at is 'From when on it was known here';
comment on column heard_pay_grade_row.superseded_at is 'Until when it was known here; null where it still is';
comment on column heard_pay_grade_row.act_id is 'Act of the owner that made it';
comment on column heard_pay_grade_row.authority is 'What allowed that act';
comment on column heard_pay_grade_row.image is 'The fields in that period';
comment on column heard_pay_grade_row.grade is 'Grade of the period, number first';
comment on column heard_pay_grade_row.schedule is 'Letter of its schedule';
