-- What clients sent stood there readable, and what was sent with it cannot be told apart any more once it is hashed anew.
delete from idempotent_answer;
comment on column idempotent_answer.key is 'SHA-256 of who sent the request and of the Idempotency-Key';
comment on column idempotent_answer.request_hash is 'SHA-256 of the Idempotency-Key as it was sent, path, query and body';
