create table notice_drafter (
  number text not null,
  subject text not null,
  constraint pk_notice_drafter primary key (number, subject)
);
comment on table notice_drafter is 'Who has written on the drafts of notices, and so must not record their decision';
comment on column notice_drafter.number is 'Number of the notice, for all its editions';
comment on column notice_drafter.subject is 'Whom the issuer names in the token';
