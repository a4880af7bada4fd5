create table heard_correction (
  act_id uuid not null,
  register text not null,
  thing text not null,
  thing_id text not null,
  subject text not null,
  number text not null,
  item integer,
  periods jsonb not null,
  fields text[] not null,
  citation text not null,
  reason text,
  recorded_at timestamptz not null,
  cancelled_by uuid,
  received_at timestamptz not null default clock_timestamp(),
  constraint pk_heard_correction primary key (act_id),
  constraint ck_heard_correction_register check (register in ('CLASSIFICATION', 'PAYGRADE')),
  constraint ck_heard_correction_thing check (thing in ('JOB_CLASS', 'PAY_GRADE', 'PAY_SCHEDULE', 'GRADE_ASSIGNMENT'))
);
create index ix_heard_correction_number on heard_correction (number, recorded_at);
comment on table heard_correction is 'Corrections that the registers recorded by authority of a notice, as they told of them';
comment on column heard_correction.act_id is 'Act of the register';
comment on column heard_correction.register is 'Which register recorded it';
comment on column heard_correction.thing is 'What kind of thing was corrected';
comment on column heard_correction.thing_id is 'Id of the thing';
comment on column heard_correction.subject is 'Job code, grade or schedule by which people know it';
comment on column heard_correction.number is 'Number of the notice that its authority names';
comment on column heard_correction.item is 'Item of the notice; null where the authority names none';
comment on column heard_correction.periods is 'Periods whose image it changed';
comment on column heard_correction.fields is 'Fields that it set';
comment on column heard_correction.citation is 'Citation of its authority';
comment on column heard_correction.reason is 'Why it was recorded';
comment on column heard_correction.recorded_at is 'When the register recorded it';
comment on column heard_correction.cancelled_by is 'Act that took it out again; null where it stands';
comment on column heard_correction.received_at is 'When it was heard';
