create table posted_sheet (
  notice_id uuid not null,
  media_type text not null,
  content bytea not null,
  sha256 text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint pk_posted_sheet primary key (notice_id, media_type),
  constraint fk_posted_sheet_notice foreign key (notice_id) references notice (id),
  constraint ck_posted_sheet_media_type check (media_type in ('text/plain', 'application/pdf')),
  constraint ck_posted_sheet_sha256 check (sha256 = encode(sha256(content), 'hex'))
);
comment on table posted_sheet is 'The sheets of posted notices, as they were rendered at the posting; append-only';
comment on column posted_sheet.notice_id is 'Edition that was posted';
comment on column posted_sheet.media_type is 'Whether it is the plain text or the PDF';
comment on column posted_sheet.content is 'The sheet, byte for byte';
comment on column posted_sheet.sha256 is 'SHA-256 of the content, in hexadecimal';
comment on column posted_sheet.recorded_at is 'When the posting was recorded';

create table proof_of_posting (
  notice_id uuid not null,
  proof text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint pk_proof_of_posting primary key (notice_id),
  constraint fk_proof_of_posting_notice foreign key (notice_id) references notice (id)
);
comment on table proof_of_posting is 'What is certified about postings, worked out once by the rules of that day; append-only';
comment on column proof_of_posting.notice_id is 'Edition that was posted';
comment on column proof_of_posting.proof is 'JSON of the proof: where, when, by whom recorded, until when by which rule, and the hashes';
comment on column proof_of_posting.recorded_at is 'When the posting was recorded';
