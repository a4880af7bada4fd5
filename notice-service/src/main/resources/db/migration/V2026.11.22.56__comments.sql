create table public_comment (
  id uuid not null,
  number text not null,
  edition integer not null,
  text text not null,
  state text not null,
  revision bigint not null,
  receipt_hash bytea not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint pk_public_comment primary key (id),
  constraint uq_public_comment_receipt_hash unique (receipt_hash),
  constraint fk_public_comment_notice foreign key (number, edition) references notice (number, edition),
  constraint ck_public_comment_state check (state in ('RECEIVED', 'PUBLISHED', 'WITHHELD'))
);
create index ix_public_comment_number on public_comment (number, id);
create index ix_public_comment_state on public_comment (number, state, id);
comment on table public_comment is 'Written comments of the public on notices, without who wrote them';
comment on column public_comment.id is 'Id of the comment (UUIDv7)';
comment on column public_comment.number is 'Number of the notice';
comment on column public_comment.edition is 'Edition that the writer saw';
comment on column public_comment.text is 'What was written, as it is recorded';
comment on column public_comment.state is 'What became of it';
comment on column public_comment.revision is 'Raised by every moderation and answer';
comment on column public_comment.receipt_hash is 'SHA-256 of the receipt''s number';
comment on column public_comment.received_at is 'When it arrived, by the city''s clock: what its deadline was compared with';
comment on column public_comment.recorded_at is 'When it was recorded';

create table comment_writer (
  comment_id uuid not null,
  name text not null,
  phone text,
  address text,
  constraint pk_comment_writer primary key (comment_id),
  constraint fk_comment_writer_comment foreign key (comment_id) references public_comment (id)
);
comment on table comment_writer is 'Who wrote comments: personal data, apart from the comments';
comment on column comment_writer.comment_id is 'The comment';
comment on column comment_writer.name is 'Name, as written';
comment on column comment_writer.phone is 'Telephone number, as written';
comment on column comment_writer.address is 'Postal or e-mail address, as written';

create table comment_act (
  comment_id uuid not null,
  revision bigint not null,
  kind text not null,
  words text,
  actor text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint pk_comment_act primary key (comment_id, revision),
  constraint fk_comment_act_comment foreign key (comment_id) references public_comment (id),
  constraint ck_comment_act_kind check (kind in ('PUBLISHED', 'WITHHELD', 'ANSWERED'))
);
comment on table comment_act is 'What was done with comments, in order; never changed';
comment on column comment_act.comment_id is 'The comment';
comment on column comment_act.revision is 'Revision of the comment that it made';
comment on column comment_act.kind is 'Published, withheld or answered';
comment on column comment_act.words is 'The reason, or the answer';
comment on column comment_act.actor is 'Role that did it';
comment on column comment_act.recorded_at is 'When it was recorded';
