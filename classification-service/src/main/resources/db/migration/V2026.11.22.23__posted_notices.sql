create table posted_notice (
  number text not null,
  edition integer not null,
  revision bigint not null,
  expected_effective_date date,
  recorded_at timestamptz not null,
  received_at timestamptz not null default clock_timestamp(),
  constraint pk_posted_notice primary key (number, edition, revision),
  constraint ck_posted_notice_edition check (edition > 0)
);
comment on table posted_notice is 'Notices as notice-service has told of their posting; append-only';
comment on column posted_notice.number is 'Number of the notice';
comment on column posted_notice.edition is 'Which posting under the number, from 1; the latest counts';
comment on column posted_notice.revision is 'Revision of the notice that was told';
comment on column posted_notice.expected_effective_date is 'From when it would count if it were approved at its hearing; null where that was not told';
comment on column posted_notice.recorded_at is 'When notice-service recorded the posting';
comment on column posted_notice.received_at is 'From when on it was known here';

create table proposed_class (
  number text not null,
  edition integer not null,
  revision bigint not null,
  item integer not null,
  kind text not null,
  class_id uuid,
  present jsonb not null,
  proposed jsonb not null,
  specification jsonb,
  constraint pk_proposed_class primary key (number, edition, revision, item),
  constraint fk_proposed_class_notice foreign key (number, edition, revision)
    references posted_notice (number, edition, revision),
  constraint ck_proposed_class_kind check (kind in ('ESTABLISH', 'REVISE', 'ABOLISH'))
);
comment on table proposed_class is 'What posted notices propose for classes; append-only';
comment on column proposed_class.number is 'Number of the notice';
comment on column proposed_class.edition is 'Edition of the notice';
comment on column proposed_class.revision is 'Revision of the notice that was told';
comment on column proposed_class.item is 'Number of the item within the notice';
comment on column proposed_class.kind is 'What the item does to the class';
comment on column proposed_class.class_id is 'Class as the posting fixed it; null where that was not told';
comment on column proposed_class.present is 'Terms that the notice says the class has';
comment on column proposed_class.proposed is 'Terms that it proposes, without the specification';
comment on column proposed_class.specification is 'Specification that it proposes; null where it proposes none';
