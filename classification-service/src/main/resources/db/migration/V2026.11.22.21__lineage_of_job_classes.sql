-- A lineage reads every act that names forerunners or heirs; among the acts of forty years they are few.
create index ix_job_class_act_lineage on job_class_act (subject_id)
  where jsonb_exists(fields, 'into') or jsonb_exists(fields, 'inPlaceOf');
