create table posted_document (
  notice_id uuid not null,
  number text not null,
  edition integer not null,
  document text not null,
  sha256 text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint pk_posted_document primary key (notice_id),
  constraint uq_posted_document_edition unique (number, edition),
  constraint fk_posted_document_notice foreign key (notice_id) references notice (id),
  constraint ck_posted_document_sha256 check (sha256 = encode(sha256(convert_to(document, 'UTF8')), 'hex'))
);
comment on table posted_document is 'What was posted, byte for byte; append-only';
comment on column posted_document.notice_id is 'Edition that was posted';
comment on column posted_document.number is 'Number of the notice';
comment on column posted_document.edition is 'Which posting under the number, from 1';
comment on column posted_document.document is 'Canonical JSON of what was posted';
comment on column posted_document.sha256 is 'SHA-256 of its UTF-8 bytes, in hexadecimal';
comment on column posted_document.recorded_at is 'When the posting was recorded';
