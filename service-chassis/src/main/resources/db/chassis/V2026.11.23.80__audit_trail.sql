create table audit_entry (
  aggregate text not null,
  aggregate_id text not null,
  number bigint not null,
  at timestamptz not null,
  content text not null,
  hash text not null,
  constraint pk_audit_entry primary key (aggregate, aggregate_id, number),
  constraint ck_audit_entry_number check (number >= 1),
  constraint ck_audit_entry_hash check (hash ~ '^[0-9a-f]{64}$')
);
create unique index ix_audit_entry_at on audit_entry (at, aggregate, aggregate_id, number);
comment on table audit_entry is 'Every change: who, when, from where, before, after. A chain for each thing; only ever added to';
comment on column audit_entry.aggregate is 'Kind of the thing';
comment on column audit_entry.aggregate_id is 'By which the thing is known for ever';
comment on column audit_entry.number is 'Place in the chain of the thing, from 1 without a gap';
comment on column audit_entry.at is 'When it was entered, never earlier than the entry before';
comment on column audit_entry.content is 'The entry as JSON, with the hash of the entry before; the bytes that are hashed';
comment on column audit_entry.hash is 'SHA-256 of the content in UTF-8';

-- Tables are made so that the service may write to them; of this one it may not change a row.
do $$
declare
  grantee text;
begin
  for grantee in
    select distinct r.rolname from pg_class c, aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
     where c.oid = 'audit_entry'::regclass and a.grantee <> c.relowner
  loop
    execute format('revoke all on audit_entry from %I', grantee);
    execute format('grant select, insert on audit_entry to %I', grantee);
  end loop;
end
$$;

-- A city may run the service as the owner of its tables; then this alone stands in the way of a mistake.
create function refuse_to_alter_the_trail() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is only ever added to';
end
$$;
create trigger tg_audit_entry_only_added_to before update or delete or truncate on audit_entry
  for each statement execute function refuse_to_alter_the_trail();
