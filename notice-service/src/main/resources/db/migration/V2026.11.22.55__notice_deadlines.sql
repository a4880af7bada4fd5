alter table notice
  add column posted_until date,
  add column hearing_at timestamptz,
  add column hearing_place text,
  add column comments_until timestamptz,
  add column speakers_until timestamptz;
update notice set
  posted_until = cast(document #>> '{posting,until}' as date),
  hearing_at = cast(document #>> '{draft,hearing,at}' as timestamptz),
  hearing_place = document #>> '{draft,hearing,place}',
  comments_until = cast(document #>> '{draft,comments,until}' as timestamptz),
  speakers_until = cast(document #>> '{draft,speakers,until}' as timestamptz);
create index ix_notice_posted_at on notice (posted_at);
create index ix_notice_posted_until on notice (posted_until);
create index ix_notice_hearing_at on notice (hearing_at);
create index ix_notice_comments_until on notice (comments_until);
create index ix_notice_speakers_until on notice (speakers_until);
comment on column notice.posted_until is 'Last day of its posting period, inclusive';
comment on column notice.hearing_at is 'When it is heard';
comment on column notice.hearing_place is 'Where it is heard';
comment on column notice.comments_until is 'Last instant for written comments, included';
comment on column notice.speakers_until is 'Last instant for requests to speak, included';
