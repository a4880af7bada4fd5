alter table submission
  add column signs text[] not null default '{}',
  add column held boolean not null default false,
  add column words bytea,
  add column form bytea,
  add constraint ck_submission_signs check (signs <@ array['FILLED_IN', 'TOO_QUICK', 'STALE_FORM', 'FORM_NOT_OURS',
    'FORM_SENT_BEFORE', 'SAME_TEXT', 'MANY_LINKS', 'NO_FORM']);
create index ix_submission_held on submission (number, kind, held, id);
create index ix_submission_words on submission (number, kind, words) where words is not null;
create index ix_submission_form on submission (form) where form is not null;
comment on column submission.signs is 'What it showed of being a robot''s when it arrived';
comment on column submission.held is 'Whether those are a reason for the moderator to look twice';
comment on column submission.words is 'Start of the SHA-256 of its letters alone, by which the same words are found again';
comment on column submission.form is 'Number of the form that it was written in';
