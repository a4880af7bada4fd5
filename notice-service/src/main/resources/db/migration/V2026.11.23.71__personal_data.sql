create table personal_data (
  submission_id uuid not null,
  sealed bytea not null,
  constraint pk_personal_data primary key (submission_id),
  constraint fk_personal_data_submission foreign key (submission_id) references submission (id)
);
comment on table personal_data is 'Who sent submissions, each sealed by a key of its own; never changed, unreadable once that key is gone';
comment on column personal_data.submission_id is 'The submission';
comment on column personal_data.sealed is 'Nonce and AES-256-GCM text of name, telephone number and address';

create table personal_data_key (
  submission_id uuid not null,
  number text not null,
  key_id text not null,
  wrapped_key bytea not null,
  pseudonym bytea not null,
  reachable boolean not null,
  constraint pk_personal_data_key primary key (submission_id),
  constraint fk_personal_data_key_data foreign key (submission_id) references personal_data (submission_id)
);
create index ix_personal_data_key_number on personal_data_key (number);
create index ix_personal_data_key_key_id on personal_data_key (key_id);
comment on table personal_data_key is 'Keys of what is sealed; deleting one erases whom it concerns';
comment on column personal_data_key.submission_id is 'The submission';
comment on column personal_data_key.number is 'Number of its notice';
comment on column personal_data_key.key_id is 'Id of the system''s key that wraps this one';
comment on column personal_data_key.wrapped_key is 'Nonce and AES-256-GCM text of the key';
comment on column personal_data_key.pseudonym is 'Keyed hash by which one person is told from another within the notice';
comment on column personal_data_key.reachable is 'Whether they left a telephone number or an address';

create table erasure (
  submission_id uuid not null,
  erased_at timestamptz not null default clock_timestamp(),
  citation text not null,
  constraint pk_erasure primary key (submission_id)
);
comment on table erasure is 'Submissions of which it was erased who sent them; also of some that a restore has lost';
comment on column erasure.submission_id is 'The submission';
comment on column erasure.erased_at is 'When it was first erased';
comment on column erasure.citation is 'The rule by which it was';
