-- What a specification says of itself (where its values came from, which sections say None, how its overtime status was
-- written) is not what a class is found by. Title words are kept unstemmed beside it, for beginnings and misspelt words.
drop index ix_job_class_row_title;
alter table job_class_row
  drop column words,
  add column words tsvector generated always as (
    setweight(to_tsvector('english', image ->> 'title'), 'A')
    || setweight(jsonb_to_tsvector('english',
         coalesce(image -> 'specification', '{}') - '{sources,none,template,flsa}'::text[], '["string"]'), 'B')) stored,
  add column title_words tsvector generated always as (
    to_tsvector('simple', regexp_replace(image ->> 'title', '[^[:alnum:]]+', ' ', 'g'))) stored;
create index ix_job_class_row_words on job_class_row using gin (words);
create index ix_job_class_row_title_words on job_class_row using gin (title_words);
comment on column job_class_row.words is 'Words of title and specification for full-text search';
comment on column job_class_row.title_words is 'Words of the title as they are written, for beginnings and misspelt words';
