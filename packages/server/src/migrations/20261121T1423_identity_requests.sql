-- What a way to an identity provider holds of a person, and a finder for those that are over.

create index if not exists identity_request_ends on identity_request (ends_at);

comment on column identity_request.account_id is 'pii: identity; retention: session';
comment on column identity_request.asked_at is 'pii: behaviour; retention: session';
comment on column identity_request.answered_at is 'pii: behaviour; retention: session';
