-- How good the pictures of a recording were, as the recording browser counted them: numbers, never a picture. They judge nobody.

create table if not exists recording_minute (
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  run text not null,
  track text not null check (track in ('cam', 'screen')),
  -- Of the page's own clock: the same minute told again is the same row.
  own_from_ms bigint not null,
  -- Unix ms of the server's clock.
  from_ms bigint not null,
  to_ms bigint not null check (to_ms >= from_ms),
  -- Null where the browser could not count or look.
  frames integer check (frames >= 0),
  frozen_ms integer,
  sharpness real,
  primary key (session_id, run, track, own_from_ms)
);
comment on column recording_minute.sharpness is 'pii: technical; retention: recording';
