-- Acts were not noted by batch before; the notice and item that they cite say which batch it was.
insert into batch_act (batch_id, item, ledger, subject_id, act_id)
select b.id, i.item, 'job_class', a.subject_id, a.id
from batch b
cross join lateral (select (one ->> 'item')::integer as item from jsonb_array_elements(b.offer -> 'items') as one) as i
join job_class_act a on a.authority ->> 'kind' = 'NOTICE' and a.authority ->> 'notice' = b.reference
  and (a.authority ->> 'item')::integer = i.item
where b.state = 'APPLIED' and a.actor = 'notice-service' and a.kind <> 'CANCELLED'
order by a.recorded_at, a.revision
on conflict do nothing;
