alter table outbox add column traceparent text;
comment on column outbox.traceparent is 'W3C trace that the change belongs to';
