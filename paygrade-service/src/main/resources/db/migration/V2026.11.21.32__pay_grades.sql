create table pay_grade (
  id uuid not null,
  revision bigint not null default 0,
  last_recorded_at timestamptz not null default 'epoch',
  constraint pk_pay_grade primary key (id)
);
comment on table pay_grade is 'Pay grades: the row that is locked first';
comment on column pay_grade.id is 'Never changes';
comment on column pay_grade.revision is 'Number of acts so far; what If-Match compares';
comment on column pay_grade.last_recorded_at is 'When the last act was recorded';

create table pay_grade_act (
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
  constraint pk_pay_grade_act primary key (id),
  constraint fk_pay_grade_act_subject foreign key (subject_id) references pay_grade (id),
  constraint fk_pay_grade_act_cancels foreign key (cancels) references pay_grade_act (id),
  constraint uq_pay_grade_act_revision unique (subject_id, revision),
  constraint ck_pay_grade_act_kind check (kind in ('ESTABLISHED', 'AMENDED', 'CORRECTED', 'CANCELLED', 'ABOLISHED')),
  constraint ck_pay_grade_act_period check (effective_until > effective_from)
);
comment on table pay_grade_act is 'What was recorded on pay grades; only ever added to';
comment on column pay_grade_act.id is 'Id of the act';
comment on column pay_grade_act.subject_id is 'What it is about';
comment on column pay_grade_act.revision is 'Revision that it raised its subject to';
comment on column pay_grade_act.kind is 'What it does';
comment on column pay_grade_act.effective_from is 'First day it speaks of';
comment on column pay_grade_act.effective_until is 'Exclusive end of a correction';
comment on column pay_grade_act.fields is 'Only the fields that it sets';
comment on column pay_grade_act.existence is 'Whether its subject exists from then on, where it says so';
comment on column pay_grade_act.cancels is 'Act that a cancellation takes out';
comment on column pay_grade_act.authority is 'What allows it';
comment on column pay_grade_act.reason is 'Why, in words';
comment on column pay_grade_act.actor is 'Role or service that recorded it';
comment on column pay_grade_act.late is 'Recorded on or after the day it speaks of';
comment on column pay_grade_act.recorded_at is 'When, by the clock of the database';

create table pay_grade_row (
  seq bigint generated always as identity,
  subject_id uuid not null,
  effective_from date not null,
  effective_until date,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  act_id uuid not null,
  image jsonb not null,
  schedule_id text generated always as (image ->> 'scheduleId') stored,
  schedule text generated always as (image ->> 'schedule') stored,
  grade text generated always as (image ->> 'grade') stored,
  place text generated always as (((image ->> 'schedule') || '-' || lpad(image ->> 'number', 6, '0')) collate "C") stored,
  constraint pk_pay_grade_row primary key (seq),
  constraint fk_pay_grade_row_subject foreign key (subject_id) references pay_grade (id),
  constraint fk_pay_grade_row_act foreign key (act_id) references pay_grade_act (id),
  constraint ck_pay_grade_row_period check (effective_until > effective_from),
  constraint ck_pay_grade_row_belief check (superseded_at >= recorded_at),
  constraint ex_pay_grade_row_periods exclude using gist (subject_id with =, daterange(effective_from, effective_until) with &&)
    where (superseded_at is null) deferrable initially deferred,
  constraint ex_pay_grade_row_grade exclude using gist (grade with =, daterange(effective_from, effective_until) with &&)
    where (superseded_at is null) deferrable initially deferred
);
create index ix_pay_grade_row_subject_id on pay_grade_row (subject_id, effective_from);
comment on table pay_grade_row is 'Images of pay grades, half-open in effective and in recorded time; nothing is changed but superseded_at, once';
comment on column pay_grade_row.seq is 'Order of writing';
comment on column pay_grade_row.subject_id is 'What it shows';
comment on column pay_grade_row.effective_from is 'First day of the image';
comment on column pay_grade_row.effective_until is 'Exclusive; null where there is no end';
comment on column pay_grade_row.recorded_at is 'From when on it was believed';
comment on column pay_grade_row.superseded_at is 'From when on it was not';
comment on column pay_grade_row.act_id is 'Act that the image dates from';
comment on column pay_grade_row.image is 'Every field';
comment on column pay_grade_row.schedule_id is 'Schedule that it is a line of';
comment on column pay_grade_row.schedule is 'Letter of the schedule';
comment on column pay_grade_row.grade is 'Number and letter, number first';
comment on column pay_grade_row.place is 'Sorts grades by schedule, then by number';
create index ix_pay_grade_row_grade on pay_grade_row (grade);
create index ix_pay_grade_row_place on pay_grade_row (place);
create index ix_pay_grade_row_schedule_id on pay_grade_row (schedule_id) where superseded_at is null;
