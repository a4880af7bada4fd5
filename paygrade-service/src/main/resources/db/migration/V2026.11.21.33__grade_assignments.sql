create table grade_assignment (
  id uuid not null,
  revision bigint not null default 0,
  last_recorded_at timestamptz not null default 'epoch',
  constraint pk_grade_assignment primary key (id)
);
comment on table grade_assignment is 'Grade assignments, by the id of the class: the row that is locked first';
comment on column grade_assignment.id is 'Never changes';
comment on column grade_assignment.revision is 'Number of acts so far; what If-Match compares';
comment on column grade_assignment.last_recorded_at is 'When the last act was recorded';

create table grade_assignment_act (
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
  constraint pk_grade_assignment_act primary key (id),
  constraint fk_grade_assignment_act_subject foreign key (subject_id) references grade_assignment (id),
  constraint fk_grade_assignment_act_cancels foreign key (cancels) references grade_assignment_act (id),
  constraint uq_grade_assignment_act_revision unique (subject_id, revision),
  constraint ck_grade_assignment_act_kind check (kind in ('ESTABLISHED', 'AMENDED', 'CORRECTED', 'CANCELLED', 'ABOLISHED')),
  constraint ck_grade_assignment_act_period check (effective_until > effective_from)
);
comment on table grade_assignment_act is 'What was recorded on grade assignments; only ever added to';
comment on column grade_assignment_act.id is 'Id of the act';
comment on column grade_assignment_act.subject_id is 'What it is about';
comment on column grade_assignment_act.revision is 'Revision that it raised its subject to';
comment on column grade_assignment_act.kind is 'What it does';
comment on column grade_assignment_act.effective_from is 'First day it speaks of';
comment on column grade_assignment_act.effective_until is 'Exclusive end of a correction';
comment on column grade_assignment_act.fields is 'Only the fields that it sets';
comment on column grade_assignment_act.existence is 'Whether its subject exists from then on, where it says so';
comment on column grade_assignment_act.cancels is 'Act that a cancellation takes out';
comment on column grade_assignment_act.authority is 'What allows it';
comment on column grade_assignment_act.reason is 'Why, in words';
comment on column grade_assignment_act.actor is 'Role or service that recorded it';
comment on column grade_assignment_act.late is 'Recorded on or after the day it speaks of';
comment on column grade_assignment_act.recorded_at is 'When, by the clock of the database';

create table grade_assignment_row (
  seq bigint generated always as identity,
  subject_id uuid not null,
  effective_from date not null,
  effective_until date,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  act_id uuid not null,
  image jsonb not null,
  grade_id text generated always as (image ->> 'gradeId') stored,
  constraint pk_grade_assignment_row primary key (seq),
  constraint fk_grade_assignment_row_subject foreign key (subject_id) references grade_assignment (id),
  constraint fk_grade_assignment_row_act foreign key (act_id) references grade_assignment_act (id),
  constraint ck_grade_assignment_row_period check (effective_until > effective_from),
  constraint ck_grade_assignment_row_belief check (superseded_at >= recorded_at),
  constraint ex_grade_assignment_row_periods exclude using gist (subject_id with =, daterange(effective_from, effective_until) with &&)
    where (superseded_at is null) deferrable initially deferred
);
create index ix_grade_assignment_row_subject_id on grade_assignment_row (subject_id, effective_from);
comment on table grade_assignment_row is 'Images of grade assignments, half-open in effective and in recorded time; nothing is changed but superseded_at, once';
comment on column grade_assignment_row.seq is 'Order of writing';
comment on column grade_assignment_row.subject_id is 'What it shows';
comment on column grade_assignment_row.effective_from is 'First day of the image';
comment on column grade_assignment_row.effective_until is 'Exclusive; null where there is no end';
comment on column grade_assignment_row.recorded_at is 'From when on it was believed';
comment on column grade_assignment_row.superseded_at is 'From when on it was not';
comment on column grade_assignment_row.act_id is 'Act that the image dates from';
comment on column grade_assignment_row.image is 'Every field';
comment on column grade_assignment_row.grade_id is 'Grade that the class carries';
create index ix_grade_assignment_row_grade_id on grade_assignment_row (grade_id);
