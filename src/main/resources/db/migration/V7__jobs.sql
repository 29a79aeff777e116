-- Long work: imports, previews, assessments, exports, whichever process does it. A process holds an
-- advisory lock (class 6975330, its number) for as long as it lives: open jobs whose owner's lock nobody
-- holds are those of a dead one.
CREATE TABLE job (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  what         text NOT NULL CHECK (what IN ('import', 'preview', 'assessment', 'export')),
  title        json NOT NULL,
  lock         text NOT NULL DEFAULT '',
  owner        integer NOT NULL,
  state        text NOT NULL DEFAULT 'queued'
               CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  stage        json,
  done         bigint NOT NULL DEFAULT 0,
  total        bigint,
  rate         double precision,
  cancel_asked boolean NOT NULL DEFAULT false,
  created_at   timestamptz NOT NULL DEFAULT now(),
  started_at   timestamptz,
  finished_at  timestamptz,
  problem      json,
  result       json,
  file         text
);
CREATE INDEX job_open ON job (lock, id) WHERE state IN ('queued', 'running');

-- Numbers of the processes that do jobs.
CREATE SEQUENCE job_owner AS integer CYCLE;
