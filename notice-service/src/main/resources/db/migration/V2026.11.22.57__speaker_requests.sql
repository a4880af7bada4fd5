create table speaker_request (
  id uuid not null,
  number text not null,
  edition integer not null,
  about text,
  state text not null,
  revision bigint not null,
  receipt_hash bytea not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint pk_speaker_request primary key (id),
  constraint uq_speaker_request_receipt_hash unique (receipt_hash),
  constraint fk_speaker_request_notice foreign key (number, edition) references notice (number, edition),
  constraint ck_speaker_request_state check (state in ('RECEIVED', 'ACCEPTED', 'DECLINED'))
);
create index ix_speaker_request_number on speaker_request (number, id);
create index ix_speaker_request_state on speaker_request (number, state, id);
comment on table speaker_request is 'Requests of the public to speak at hearings, without who made them';
comment on column speaker_request.id is 'Id of the request (UUIDv7)';
comment on column speaker_request.number is 'Number of the notice';
comment on column speaker_request.edition is 'Edition that the speaker saw';
comment on column speaker_request.about is 'What they want to speak about, as it is recorded';
comment on column speaker_request.state is 'What became of it';
comment on column speaker_request.revision is 'Raised by every decision';
comment on column speaker_request.receipt_hash is 'SHA-256 of the receipt''s number';
comment on column speaker_request.received_at is 'When it arrived, by the city''s clock: what its deadline was compared with';
comment on column speaker_request.recorded_at is 'When it was recorded';

create table speaker (
  request_id uuid not null,
  name text not null,
  phone text,
  address text,
  constraint pk_speaker primary key (request_id),
  constraint fk_speaker_request foreign key (request_id) references speaker_request (id)
);
comment on table speaker is 'Who asked to speak: personal data, apart from the requests';
comment on column speaker.request_id is 'The request';
comment on column speaker.name is 'Name, as written';
comment on column speaker.phone is 'Telephone number, as written';
comment on column speaker.address is 'Postal or e-mail address, as written';

create table speaker_act (
  request_id uuid not null,
  revision bigint not null,
  kind text not null,
  reason text,
  actor text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint pk_speaker_act primary key (request_id, revision),
  constraint fk_speaker_act_request foreign key (request_id) references speaker_request (id),
  constraint ck_speaker_act_kind check (kind in ('ACCEPTED', 'DECLINED'))
);
comment on table speaker_act is 'What was decided about requests to speak, in order; never changed';
comment on column speaker_act.request_id is 'The request';
comment on column speaker_act.revision is 'Revision of the request that it made';
comment on column speaker_act.kind is 'Accepted or declined';
comment on column speaker_act.reason is 'Why, or what the speaker should know';
comment on column speaker_act.actor is 'Role that decided';
comment on column speaker_act.recorded_at is 'When it was recorded';
