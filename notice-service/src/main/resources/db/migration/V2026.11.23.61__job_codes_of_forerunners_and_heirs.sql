-- Of notices recorded so far; the others are written with them.
update notice n set job_codes = found.codes
from (
  select o.id, array_agg(distinct c.code) as codes
  from notice o
    cross join lateral jsonb_array_elements(o.document #> '{draft,items}') as i (item)
    cross join lateral (
      select i.item #>> '{present,jobCode}' as code
      union select i.item #>> '{proposed,jobCode}'
      union select jsonb_array_elements_text(coalesce(nullif(i.item #> '{proposed,inPlaceOf}', 'null'), '[]'))
      union select jsonb_array_elements_text(coalesce(nullif(i.item #> '{proposed,into}', 'null'), '[]'))
    ) as c
  where c.code is not null
  group by o.id
) as found
where found.id = n.id and not n.job_codes @> found.codes;
comment on column notice.job_codes is 'Job codes that its items name: present and proposed, and those of forerunners and heirs';
