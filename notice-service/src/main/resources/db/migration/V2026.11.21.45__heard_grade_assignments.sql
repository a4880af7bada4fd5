create table heard_grade_assignment (
  id uuid not null,
  revision bigint not null default 0,
  received_at timestamptz not null default 'epoch',
  constraint pk_heard_grade_assignment primary key (id)
);
comment on table heard_grade_assignment is 'Grade assignments as the pay plan has told of them';
comment on column heard_grade_assignment.id is 'Id that their owner gave';
comment on column heard_grade_assignment.revision is 'Last revision that was heard';
comment on column heard_grade_assignment.received_at is 'When it was heard';

create table heard_grade_assignment_row (
  subject_id uuid not null,
  effective_from date not null,
  effective_until date,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  superseded_at timestamptz,
  act_id uuid not null,
  authority jsonb not null,
  image jsonb not null,
  grade_id text generated always as (image ->> 'gradeId') stored,
  constraint fk_heard_grade_assignment_row_subject foreign key (subject_id) references heard_grade_assignment (id)
);
create unique index ix_heard_grade_assignment_row_now on heard_grade_assignment_row (subject_id, effective_from) where superseded_at is null;
create index ix_heard_grade_assignment_row_grade_id on heard_grade_assignment_row (grade_id);
comment on table heard_grade_assignment_row is 'Their images by period, by when they were heard';
comment on column heard_grade_assignment_row.subject_id is 'Whose image it is';
comment on column heard_grade_assignment_row.effective_from is 'First day, inclusive';
comment on column heard_grade_assignment_row.effective_until is 'End, exclusive; null where there is none';
comment on column heard_grade_assignment_row.recorded_at is 'When their owner recorded it';
comment on column heard_grade_assignment_row.received_at is 'From when on it was known here';
comment on column heard_grade_assignment_row.superseded_at is 'Until when it was known here; null where it still is';
comment on column heard_grade_assignment_row.act_id is 'Act of the owner that made it';
comment on column heard_grade_assignment_row.authority is 'What allowed that act';
comment on column heard_grade_assignment_row.image is 'The fields in that period';
comment on column heard_grade_assignment_row.grade_id is 'Grade that the class carries in the period';
