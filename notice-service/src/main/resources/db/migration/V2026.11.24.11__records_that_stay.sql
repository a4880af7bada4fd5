-- What was decided, offered, answered, drafted, allotted and erased is told once and stays as it was told.
select only_added_to(t)
  from unnest(array['decision', 'decided_batch', 'decided_batch_answer', 'notice_drafter', 'allotted_id', 'erasure']::regclass[]) t;
