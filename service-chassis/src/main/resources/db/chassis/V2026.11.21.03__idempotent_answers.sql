create table idempotent_answer (
  key text not null,
  request_hash text not null,
  status integer not null,
  location text,
  revision bigint,
  body text not null,
  answered_at timestamptz not null,
  constraint pk_idempotent_answer primary key (key)
);
create index ix_idempotent_answer_answered_at on idempotent_answer (answered_at);
comment on table idempotent_answer is 'Answers by Idempotency-Key, written in the transaction of the write, kept 24 hours';
comment on column idempotent_answer.key is 'What the client sent as Idempotency-Key';
comment on column idempotent_answer.request_hash is 'SHA-256 of path, query and body';
comment on column idempotent_answer.status is 'HTTP status answered';
comment on column idempotent_answer.location is 'Location header answered';
comment on column idempotent_answer.revision is 'Revision of the thing answered, for its ETag';
comment on column idempotent_answer.body is 'JSON answered';
comment on column idempotent_answer.answered_at is 'When';
