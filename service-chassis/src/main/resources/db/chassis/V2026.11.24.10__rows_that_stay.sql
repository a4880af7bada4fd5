-- A service's role may write to every table that its owner makes. Of what is recorded it may not change or delete a row;
-- what is added later says so for its own tables by these two functions.
create function only_added_to(kept regclass) returns void language plpgsql as $$
declare
  grantee text;
begin
  for grantee in
    select distinct r.rolname from pg_class c, aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
     where c.oid = kept and a.grantee <> c.relowner
  loop
    execute format('revoke all on %s from %I', kept, grantee);
    execute format('grant select, insert on %s to %I', kept, grantee);
  end loop;
end
$$;
comment on function only_added_to(regclass) is 'Takes from all but its owner the right to change or delete rows of the table';

create function only_superseded(kept regclass) returns void language plpgsql as $$
declare
  grantee text;
begin
  for grantee in
    select distinct r.rolname from pg_class c, aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
     where c.oid = kept and a.grantee <> c.relowner
  loop
    execute format('revoke all on %s from %I', kept, grantee);
    execute format('grant select, insert, update (superseded_at) on %s to %I', kept, grantee);
  end loop;
end
$$;
comment on function only_superseded(regclass) is 'Leaves to all but its owner nothing to change in rows of the table but when they were superseded';

revoke execute on function only_added_to(regclass), only_superseded(regclass) from public;

-- Acts, and the images that follow from them, in this database whatever they are of
select only_added_to(c.oid::regclass)
  from pg_class c
 where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
   and (c.relname like '%\_act'
     or obj_description(c.oid, 'pg_class') ~ 'append-only|only ever added to|never changed');
select only_superseded(a.attrelid::regclass)
  from pg_attribute a join pg_class c on c.oid = a.attrelid
 where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname like '%\_row'
   and a.attname = 'superseded_at';

-- Which migrations have been made is its owner's alone to say.
do $$
declare
  history regclass := to_regclass('flyway_schema_history');
  grantee text;
begin
  for grantee in
    select distinct r.rolname from pg_class c, aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
     where c.oid = history and a.grantee <> c.relowner
  loop
    execute format('revoke all on %s from %I', history, grantee);
  end loop;
end
$$;
