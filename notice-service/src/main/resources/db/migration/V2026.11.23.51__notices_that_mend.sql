alter table notice add column mends text[] not null default '{}';
create index ix_notice_mends on notice using gin (mends);
comment on column notice.mends is 'Numbers of the notices whose errors it mends';
