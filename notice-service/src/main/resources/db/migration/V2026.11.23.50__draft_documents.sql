create table draft_document (
  notice_id uuid not null,
  attachment text not null,
  number text not null,
  edition integer not null,
  kind text not null,
  size bigint not null,
  sha256 text not null,
  text text not null,
  as_read jsonb not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint pk_draft_document primary key (notice_id, attachment),
  constraint fk_draft_document_notice foreign key (notice_id) references notice (id) on delete cascade,
  constraint ck_draft_document_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);
create index ix_draft_document_number on draft_document (number, attachment, edition);
comment on table draft_document is 'Documents that drafts were read from, as they were handed in';
comment on column draft_document.notice_id is 'Edition that was read from it; with its draft it goes';
comment on column draft_document.attachment is 'Key of the attachment that was read from it; empty for the notice itself';
comment on column draft_document.number is 'Number of the notice';
comment on column draft_document.edition is 'Which posting under the number, from 1';
comment on column draft_document.kind is 'Media type that it was sent as, without parameters';
comment on column draft_document.size is 'How many bytes it had';
comment on column draft_document.sha256 is 'SHA-256 of its bytes, in hexadecimal';
comment on column draft_document.text is 'Its lines, as they were read; line numbers count in it';
comment on column draft_document.as_read is 'The draft, or the specification, as it was read from it';
comment on column draft_document.recorded_at is 'When it was handed in';
