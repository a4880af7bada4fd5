create table notice (
  id uuid not null,
  number text not null,
  edition integer not null,
  status text not null,
  revision bigint not null,
  notice_date date,
  posted_at timestamptz,
  job_codes text[] not null,
  grades text[] not null,
  words text not null,
  document jsonb not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint pk_notice primary key (id),
  constraint uq_notice_number unique (number, edition),
  constraint ck_notice_status check (status in ('DRAFT', 'POSTED', 'APPROVED', 'DENIED', 'CONTINUED'))
);
create index ix_notice_job_codes on notice using gin (job_codes);
create index ix_notice_grades on notice using gin (grades);
create index ix_notice_words on notice using gin (to_tsvector('english', words));
comment on table notice is 'Classification notices, one row for each edition';
comment on column notice.id is 'Id of the edition (UUIDv7)';
comment on column notice.number is 'Number by which people know the notice';
comment on column notice.edition is 'Which posting under the number, from 1';
comment on column notice.status is 'Where it stands in its life';
comment on column notice.revision is 'Raised by every change; what If-Match compares and what orders its events';
comment on column notice.notice_date is 'Date that the notice bears';
comment on column notice.posted_at is 'When it was posted';
comment on column notice.job_codes is 'Job codes that its items name, present and proposed';
comment on column notice.grades is 'Grades that its items name, number first';
comment on column notice.words is 'Subject, summary and titles, for the full-text search';
comment on column notice.document is 'What it says, and what became of each item';
comment on column notice.recorded_at is 'When the edition was first recorded';

create table allotted_id (
  number text not null,
  thing text not null,
  code text not null,
  id uuid not null,
  constraint pk_allotted_id primary key (number, thing, code),
  constraint uq_allotted_id_id unique (id),
  constraint ck_allotted_id_thing check (thing in ('JOB_CLASS', 'PAY_GRADE', 'PAY_SCHEDULE'))
);
comment on table allotted_id is 'Ids of what notices establish, allotted once and kept through their editions';
comment on column allotted_id.number is 'Number of the notice';
comment on column allotted_id.thing is 'Kind of what is established';
comment on column allotted_id.code is 'Proposed job code, grade or letter of the schedule';
comment on column allotted_id.id is 'Id allotted (UUIDv7)';
