alter table notice add column ended_on date;
update notice set ended_on = case
  when document #>> '{ownCourse,withdrawal,withdrawnOn}' is not null
    then cast(document #>> '{ownCourse,withdrawal,withdrawnOn}' as date)
  when status in ('APPROVED', 'DENIED')
    then (select max(cast(item.value #>> '{decision,decidedOn}' as date)) from jsonb_each(document -> 'course') item)
  end;
create index ix_notice_ended_on on notice (ended_on);
comment on column notice.ended_on is 'Day on which its life ended: withdrawn, or the last item decided';
