create table heard_grade_assignment (
  id uuid not null,
  revision bigint not null default 0,
  received_at timestamptz not null default 'epoch',
  constraint pk_heard_grade_assignment primary key (id)
);
comment on table heard_grade_assignment is 'What paygrade-service has told of the grades of classes';
comment on column heard_grade_assignment.id is 'Class';
comment on column heard_grade_assignment.revision is 'Revision told last';
comment on column heard_grade_assignment.received_at is 'When it was received';

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
  grade text generated always as (image ->> 'grade') stored,
  constraint fk_heard_grade_assignment_row_class foreign key (subject_id) references heard_grade_assignment (id),
  constraint ex_heard_grade_assignment_row_period exclude using gist (
    subject_id with =, daterange(effective_from, effective_until) with &&)
    where (superseded_at is null) deferrable initially deferred
);
create index ix_heard_grade_assignment_row_subject on heard_grade_assignment_row (subject_id, effective_from);
comment on table heard_grade_assignment_row is 'Grades of classes as told, half-open on both axes';
comment on column heard_grade_assignment_row.subject_id is 'Class';
comment on column heard_grade_assignment_row.effective_from is 'First day of the image';
comment on column heard_grade_assignment_row.effective_until is 'Day on which it ends, exclusive; null without end';
comment on column heard_grade_assignment_row.recorded_at is 'When its owner recorded it';
comment on column heard_grade_assignment_row.received_at is 'From when on it was known here';
comment on column heard_grade_assignment_row.superseded_at is 'From when on it was not; null while it is';
comment on column heard_grade_assignment_row.act_id is 'Act that it dates from, at its owner';
comment on column heard_grade_assignment_row.authority is 'Authority of that act';
comment on column heard_grade_assignment_row.image is 'Every field that was told';
comment on column heard_grade_assignment_row.grade is 'Grade';
