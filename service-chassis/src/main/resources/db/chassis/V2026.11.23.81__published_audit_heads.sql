create table audit_publication (
  only_one boolean not null default true,
  number bigint not null default 0,
  settled_until timestamptz not null default 'epoch',
  published_at timestamptz not null default 'epoch',
  constraint pk_audit_publication primary key (only_one),
  constraint ck_audit_publication_only_one check (only_one)
);
insert into audit_publication default values;
comment on table audit_publication is 'How far the heads of the audit trail have been published; one row';
comment on column audit_publication.only_one is 'Keeps the table at one row';
comment on column audit_publication.number is 'How often heads have been published';
comment on column audit_publication.settled_until is 'Of what was entered before that instant the heads have been published';
comment on column audit_publication.published_at is 'When it was last looked at what there is to publish';
