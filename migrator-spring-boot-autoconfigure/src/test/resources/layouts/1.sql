-- the tables of the first layout, as they are where revision a was applied with it
CREATE TABLE migrator_version (
    version_num varchar(128) PRIMARY KEY
);
CREATE TABLE migrator_history (
    id bigint GENERATED ALWAYS AS IDENTITY,
    revision varchar(128) NOT NULL,
    direction text NOT NULL,
    started timestamptz NOT NULL,
    duration interval,
    outcome text NOT NULL,
    statements integer,
    statements_done integer,
    done_hash text,
    script text,
    checksum text,
    checksum_version integer,
    db_user text NOT NULL,
    application text,
    PRIMARY KEY (revision, id)
);
INSERT INTO migrator_version VALUES ('a');
INSERT INTO migrator_history (revision, direction, started, duration, outcome, db_user)
    VALUES ('a', 'upgrade', '2026-01-06T08:00:00Z', '12 ms', 'done', 'app');
