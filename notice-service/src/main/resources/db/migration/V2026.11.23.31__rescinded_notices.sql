alter table notice drop constraint ck_notice_status;
alter table notice add constraint ck_notice_status
  check (status in ('DRAFT', 'POSTED', 'APPROVED', 'DENIED', 'CONTINUED', 'WITHDRAWN', 'SUPERSEDED', 'RESCINDED'));
