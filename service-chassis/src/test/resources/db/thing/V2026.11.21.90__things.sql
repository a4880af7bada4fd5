create table thing (
  id uuid not null,
  revision bigint not null default 0,
  last_recorded_at timestamptz not null default 'epoch',
  constraint pk_thing primary key (id)
);

create table thing_act (
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
  constraint pk_thing_act primary key (id),
  constraint uq_thing_act_revision unique (subject_id, revision),
  constraint fk_thing_act_thing foreign key (subject_id) references thing (id)
);

create table thing_row (
  subject_id uuid not null,
  effective_from date not null,
  effective_until date,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  act_id uuid not null,
  image jsonb not null,
  code text generated always as (image ->> 'code') stored,
  constraint fk_thing_row_thing foreign key (subject_id) references thing (id),
  constraint fk_thing_row_act foreign key (act_id) references thing_act (id),
  constraint ck_thing_row_period check (effective_until > effective_from),
  constraint ck_thing_row_belief check (superseded_at >= recorded_at),
  constraint ex_thing_row_period exclude using gist (
    subject_id with =, daterange(effective_from, effective_until) with &&)
    where (superseded_at is null) deferrable initially deferred,
  constraint ex_thing_row_code exclude using gist (
    code with =, daterange(effective_from, effective_until) with &&)
    where (superseded_at is null) deferrable initially deferred
);

create table heard_ping (
  nth bigint generated always as identity,
  event_id text not null,
  key text not null,
  text text not null,
  constraint pk_heard_ping primary key (nth)
);
comment on table heard_ping is 'What the handler of pings was given, in order; once for each time';
