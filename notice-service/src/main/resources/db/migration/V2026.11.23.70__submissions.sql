create table submission (
  id uuid not null,
  kind text not null,
  number text not null,
  edition integer not null,
  text text,
  state text not null,
  revision bigint not null,
  receipt_hash bytea not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint pk_submission primary key (id),
  constraint uq_submission_receipt_hash unique (receipt_hash),
  constraint fk_submission_notice foreign key (number, edition) references notice (number, edition),
  constraint ck_submission_kind check (kind in ('COMMENT', 'SPEAKER_REQUEST')),
  constraint ck_submission_text check (kind <> 'COMMENT' or text is not null),
  constraint ck_submission_state check (
    (kind = 'COMMENT' and state in ('RECEIVED', 'PUBLISHED', 'WITHHELD'))
    or (kind = 'SPEAKER_REQUEST' and state in ('RECEIVED', 'ACCEPTED', 'DECLINED')))
);
insert into submission
  (id, kind, number, edition, text, state, revision, receipt_hash, received_at, recorded_at)
  select id, 'COMMENT', number, edition, text, state, revision, receipt_hash, received_at, recorded_at
    from public_comment
  union all
  select id, 'SPEAKER_REQUEST', number, edition, about, state, revision, receipt_hash, received_at, recorded_at
    from speaker_request;
create index ix_submission_number on submission (number, kind, id);
create index ix_submission_state on submission (number, kind, state, id);
comment on table submission is 'What the public sent about notices, without who sent it';
comment on column submission.id is 'Id of the submission (UUIDv7)';
comment on column submission.kind is 'A written comment, or a request to speak';
comment on column submission.number is 'Number of the notice';
comment on column submission.edition is 'Edition that the sender saw';
comment on column submission.text is 'What was written, as it is recorded; a request to speak may say nothing';
comment on column submission.state is 'What became of it';
comment on column submission.revision is 'Raised by every act on it';
comment on column submission.receipt_hash is 'SHA-256 of the receipt''s number';
comment on column submission.received_at is 'When it arrived, by the city''s clock: what its deadline was compared with';
comment on column submission.recorded_at is 'When it was recorded';

create table submitter (
  submission_id uuid not null,
  name text not null,
  phone text,
  address text,
  constraint pk_submitter primary key (submission_id),
  constraint fk_submitter_submission foreign key (submission_id) references submission (id)
);
insert into submitter (submission_id, name, phone, address)
  select comment_id, name, phone, address from comment_writer
  union all
  select request_id, name, phone, address from speaker;
comment on table submitter is 'Who sent submissions: personal data, apart from what was sent';
comment on column submitter.submission_id is 'The submission';
comment on column submitter.name is 'Name, as written';
comment on column submitter.phone is 'Telephone number, as written';
comment on column submitter.address is 'Postal or e-mail address, as written';

create table submission_act (
  submission_id uuid not null,
  revision bigint not null,
  kind text not null,
  words text,
  actor text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint pk_submission_act primary key (submission_id, revision),
  constraint fk_submission_act_submission foreign key (submission_id) references submission (id),
  constraint ck_submission_act_kind check (kind in ('PUBLISHED', 'WITHHELD', 'ANSWERED', 'ACCEPTED', 'DECLINED'))
);
insert into submission_act (submission_id, revision, kind, words, actor, recorded_at)
  select comment_id, revision, kind, words, actor, recorded_at from comment_act
  union all
  select request_id, revision, kind, reason, actor, recorded_at from speaker_act;
comment on table submission_act is 'What was done with submissions, in order; never changed';
comment on column submission_act.submission_id is 'The submission';
comment on column submission_act.revision is 'Revision of the submission that it made';
comment on column submission_act.kind is 'What was decided, or that it was answered';
comment on column submission_act.words is 'The reason, or the answer';
comment on column submission_act.actor is 'Role that did it';
comment on column submission_act.recorded_at is 'When it was recorded';

drop table comment_act, comment_writer, public_comment, speaker_act, speaker, speaker_request;
