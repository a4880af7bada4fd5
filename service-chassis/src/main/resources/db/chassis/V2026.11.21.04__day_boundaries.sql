create table day_boundary (
  ledger text not null,
  subject_id uuid not null,
  effective_from date not null,
  constraint pk_day_boundary primary key (ledger, subject_id, effective_from)
);
create index ix_day_boundary_effective_from on day_boundary (effective_from);
comment on table day_boundary is 'Days to come on which something recorded takes effect or ends; a row goes when its day is told';
comment on column day_boundary.ledger is 'Table of the ledger';
comment on column day_boundary.subject_id is 'Thing whose image turns';
comment on column day_boundary.effective_from is 'The day';
